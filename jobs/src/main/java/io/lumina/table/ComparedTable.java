package io.lumina.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What the last duplicates run compared, a row for each file, so that the next one searches only
 * for what is new: all pairs among these pictures are in one component of {@code edges} already.
 */
public final class ComparedTable {
  /** The catalog that the row belongs to. */
  public static final String CATALOG_ID = "catalog_id";

  /** Follows from a content, all that is compared of it, and the accept rule. */
  public static final String TOKEN = "token";

  public static final TableSpec SPEC =
      new TableSpec(
          "compared",
          new StructType()
              .add(CATALOG_ID, DataTypes.StringType, false)
              .add(TOKEN, DataTypes.LongType, false),
          List.of(CATALOG_ID),
          List.of());

  private ComparedTable() {}
}
