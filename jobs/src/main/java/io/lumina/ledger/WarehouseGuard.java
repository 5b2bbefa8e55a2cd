package io.lumina.ledger;

import io.lumina.catalog.Catalog;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.Database;
import io.lumina.store.WarehousePlace;
import java.util.Optional;
import java.util.Set;

/**
 * Stops who would begin an empty warehouse where the ledger knows a full one: a disk is not
 * mounted, or an address is wrong. Every file would be read again, and all that earlier runs knew
 * of them be replaced.
 */
public final class WarehouseGuard {
  /** The last scan, which always writes a table, and where. */
  private static final String LAST =
      """
      SELECT coalesce(night.parameters, scan.parameters)->>'warehouse',
        coalesce(night.run_id, scan.run_id)
      FROM lumina.jobs scan LEFT JOIN lumina.jobs night ON night.id = scan.parent_id
      WHERE scan.catalog_id = ? AND scan.job_type = 'scan' AND scan.status = 'SUCCESS'
      ORDER BY scan.finished_at DESC LIMIT 1\
      """;

  private final Database database;
  private final Set<Missing> accepted;

  public WarehouseGuard(Database database, Set<Missing> accepted) {
    this.database = database;
    this.accepted = Set.copyOf(accepted);
  }

  /**
   * Passes when the tables of a catalog are where they should be, or it has none yet.
   *
   * @throws LuminaException (safety guard) naming what was expected where
   */
  public void check(Catalog catalog, WarehousePlace place) {
    if (accepted.contains(Missing.WAREHOUSE)) {
      return;
    }
    Optional<Known> known =
        database.first(
            "warehouse",
            LAST,
            row -> row.getString(1) == null ? null : new Known(row.getString(1), row.getString(2)),
            catalog.id());
    if (known.isEmpty()) {
      return;
    }
    boolean isThere =
        known.get().warehouse().equals(place.warehouse())
            ? place.hasTables()
            : place.hasTablesOf(catalog.id());
    if (!isThere) {
      throw new LuminaException(ExitCode.SAFETY_GUARD, message(catalog, place, known.get()));
    }
  }

  private static String message(Catalog catalog, WarehousePlace place, Known known) {
    boolean same = known.warehouse().equals(place.warehouse());
    return "The warehouse "
        + place.warehouse()
        + " has no tables of catalog '"
        + catalog.name()
        + "', which run "
        + known.runId()
        + " wrote "
        + (same ? "there. Is it mounted?" : "to " + known.warehouse() + ". Is --warehouse right?")
        + " To begin anew, reading every file again: lumina nightly --catalog '"
        + catalog.name()
        + "' "
        + Missing.WAREHOUSE_OPTION;
  }

  /** Where a run wrote its tables. */
  private record Known(String warehouse, String runId) {}
}
