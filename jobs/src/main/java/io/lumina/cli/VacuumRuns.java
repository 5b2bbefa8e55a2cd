package io.lumina.cli;

import io.lumina.postgres.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** What the ledger knows of vacuums of one warehouse. */
final class VacuumRuns {
  private final Database database;
  private final String warehouse;

  VacuumRuns(Database database, String warehouse) {
    this.database = database;
    this.warehouse = warehouse;
  }

  /** The last one that ended well, whatever catalog it was for. */
  Optional<Last> last() {
    return database.transaction(
        "last vacuum",
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  """
                  SELECT finished_at, result->>'horizon' FROM lumina.jobs
                  WHERE job_type = ? AND status = 'SUCCESS' AND result->>'warehouse' = ?
                  ORDER BY finished_at DESC LIMIT 1""")) {
            select.setString(1, Upkeep.JOB_TYPE);
            select.setString(2, warehouse);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new Last(
                          row.getObject(1, OffsetDateTime.class).toInstant(),
                          Instant.parse(row.getString(2))))
                  : Optional.empty();
            }
          }
        });
  }

  /** When the first run of a catalog began; none when it has none. */
  Optional<Instant> firstRun(UUID catalogId) {
    return database.transaction(
        "first run",
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT min(created_at) FROM lumina.jobs WHERE catalog_id = ?")) {
            select.setObject(1, catalogId);
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                  .map(OffsetDateTime::toInstant);
            }
          }
        });
  }

  /** When a vacuum ended, and what it removed: all that was replaced before its horizon. */
  record Last(Instant finishedAt, Instant horizon) {}
}
