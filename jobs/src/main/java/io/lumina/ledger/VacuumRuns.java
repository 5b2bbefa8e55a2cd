package io.lumina.ledger;

import io.lumina.postgres.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** What the ledger knows of vacuums of one warehouse. */
public final class VacuumRuns {
  /** Of a vacuum, whoever asked for it. */
  public static final String JOB_TYPE = "vacuum";

  private final Database database;
  private final String warehouse;

  public VacuumRuns(Database database, String warehouse) {
    this.database = database;
    this.warehouse = warehouse;
  }

  /** Those that ended well, whatever catalog they were for; none when there are none. */
  public Optional<Done> done() {
    return database.first(
        "last vacuum",
        """
        SELECT max(finished_at), max((result->>'horizon')::timestamptz) FROM lumina.jobs
        WHERE job_type = ? AND status = 'SUCCESS' AND result->>'warehouse' = ?\
        """,
        row -> row.getObject(1) == null ? null : new Done(time(row, 1), time(row, 2)),
        JOB_TYPE,
        warehouse);
  }

  /** When the first run of a catalog began; none when it has none. */
  public Optional<Instant> firstRun(UUID catalogId) {
    return database.first(
        "first run",
        "SELECT min(created_at) FROM lumina.jobs WHERE catalog_id = ?",
        row -> row.getObject(1) == null ? null : time(row, 1),
        catalogId);
  }

  private static Instant time(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /**
   * What vacuums did.
   *
   * @param finishedAt when the last one ended
   * @param horizon the latest one: all that was replaced before it is gone, also when a later
   *     vacuum had a longer window
   */
  public record Done(Instant finishedAt, Instant horizon) {}
}
