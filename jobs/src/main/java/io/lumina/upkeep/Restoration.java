package io.lumina.upkeep;

import io.lumina.table.TableSpec;
import java.util.Objects;

/**
 * How one table comes back.
 *
 * @param table which
 * @param version that it gets the rows of again
 * @param extent which rows
 */
record Restoration(TableSpec table, long version, Extent extent) {
  Restoration {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(extent, "extent");
  }

  /** Which rows of a table are restored. */
  enum Extent {
    /** All: only this catalog wrote it since. */
    WHOLE,
    /** Those of the catalog: others wrote theirs since. */
    CATALOG,
    /** None: others wrote it since, and its rows belong to no catalog. */
    NONE
  }
}
