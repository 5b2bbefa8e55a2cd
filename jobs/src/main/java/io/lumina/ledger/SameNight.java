package io.lumina.ledger;

import io.lumina.postgres.Database;
import java.util.UUID;

/**
 * What the ledger knows of the night that did two steps of a catalog.
 *
 * @param database the ledger
 * @param self the row of the run that asks
 */
public record SameNight(Database database, UUID self) {
  /** Parameters say how a run was told to do it; these say only what may be missing, and when. */
  private static final String ASKED_ALIKE =
      """
      WITH ways AS (
        SELECT id, catalog_id, parameters
          - ARRAY['start', 'accept_missing', 'accept_missing_warehouse', 'gpu'] AS parameters
        FROM lumina.jobs)
      SELECT count(*) FROM lumina.jobs scan
      JOIN lumina.jobs reading ON reading.parent_id = scan.parent_id
      JOIN ways night ON night.id = scan.parent_id
      JOIN ways now ON now.id = ?
      WHERE scan.run_id = ? AND reading.run_id = ?
        AND night.catalog_id = now.catalog_id AND night.parameters = now.parameters\
      """;

  private static final String COUNT =
      "SELECT (result->'counts'->>?)::bigint FROM lumina.jobs WHERE run_id = ?";

  /** Whether one night did both steps, with the parameters of the run that asks. */
  public boolean did(String scan, String analyze) {
    return database
        .first("night", ASKED_ALIKE, row -> row.getLong(1), self, scan, analyze)
        .filter(nights -> nights == 1)
        .isPresent();
  }

  /** Whether a step counted something, and none of it. */
  public boolean countedNone(String step, String count) {
    return database
        .first("count", COUNT, row -> row.getObject(1, Long.class), count, step)
        .filter(counted -> counted == 0)
        .isPresent();
  }
}
