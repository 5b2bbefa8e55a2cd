package io.lumina.act.plan;

import io.lumina.postgres.Database;
import io.lumina.postgres.StorableText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Objects;

/** Writes a new plan with all of its operations, or nothing. */
public final class PlanWriter {
  private static final int BATCH_ROWS = 1_000;
  private static final String INSERT_PLAN =
      """
      INSERT INTO lumina.plans (id, catalog_id, kind, parameters, run_id)
      VALUES (?, ?, ?, ?::jsonb, ?)\
      """;
  private static final String INSERT_OPERATION =
      """
      INSERT INTO lumina.plan_operations (plan_id, number, unit, kind, source_path, target_path,
        image_id, sha256, size_bytes, modified_at, reason, kept_path, needs_path, conflict)
      VALUES (?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?)\
      """;

  private final Database database;

  public PlanWriter(Database database) {
    this.database = Objects.requireNonNull(database, "database");
  }

  /**
   * Writes a plan.
   *
   * @param parameters a JSON object
   * @param runId the run that made it
   * @return how many operations it has
   */
  public long write(
      Plan plan, String parameters, String runId, Iterator<PlannedOperation> operations) {
    return database.transaction(
        "plan",
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(INSERT_PLAN)) {
            insert.setObject(1, plan.id());
            insert.setObject(2, plan.catalogId());
            insert.setString(3, plan.kind().word());
            insert.setString(4, StorableText.ofJson(parameters));
            insert.setString(5, runId);
            insert.executeUpdate();
          }
          return operations(connection, plan, operations);
        });
  }

  private static long operations(
      Connection connection, Plan plan, Iterator<PlannedOperation> operations) throws SQLException {
    long written = 0;
    try (PreparedStatement insert = connection.prepareStatement(INSERT_OPERATION)) {
      while (operations.hasNext()) {
        set(insert, plan, operations.next());
        insert.addBatch();
        written++;
        if (written % BATCH_ROWS == 0 || !operations.hasNext()) {
          insert.executeBatch();
        }
      }
    }
    return written;
  }

  private static void set(PreparedStatement insert, Plan plan, PlannedOperation row)
      throws SQLException {
    insert.setObject(1, plan.id());
    insert.setLong(2, row.operation().number());
    insert.setString(3, row.operation().unit());
    insert.setString(4, row.operation().kind().word());
    insert.setString(5, row.operation().source().toString());
    insert.setString(6, row.operation().target().toString());
    text(insert, 7, row.imageId().orElse(null));
    insert.setString(8, row.operation().sha256());
    insert.setLong(9, row.operation().size());
    insert.setObject(10, OffsetDateTime.ofInstant(row.operation().modified(), ZoneOffset.UTC));
    insert.setString(11, row.operation().reason());
    text(insert, 12, row.kept().orElse(null));
    text(insert, 13, row.needs().orElse(null));
    text(insert, 14, row.conflict().orElse(null));
  }

  private static void text(PreparedStatement insert, int column, String value) throws SQLException {
    if (value == null) {
      insert.setNull(column, Types.VARCHAR);
    } else {
      insert.setString(column, value);
    }
  }
}
