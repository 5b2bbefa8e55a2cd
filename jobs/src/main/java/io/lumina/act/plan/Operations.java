package io.lumina.act.plan;

import io.lumina.act.file.Mark;
import io.lumina.act.file.Need;
import io.lumina.act.file.Operation;
import io.lumina.act.file.OperationKind;
import io.lumina.act.file.Outcome;
import io.lumina.postgres.Database;
import io.lumina.postgres.SqlFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The rows of the operations of one plan. */
public final class Operations {
  private static final int FETCH_ROWS = 1_000;
  private static final Map<Mark, String> STATES =
      Map.of(
          Mark.DONE, "done",
          Mark.SKIPPED, "skipped",
          Mark.FAILED, "failed",
          Mark.BACKED_OUT, "planned",
          Mark.UNDONE, "undone",
          Mark.UNDO_FAILED, "done");

  private final Database database;
  private final UUID plan;

  public Operations(Database database, UUID plan) {
    this.database = Objects.requireNonNull(database, "database");
    this.plan = Objects.requireNonNull(plan, "plan");
  }

  /**
   * Reads operations that nothing speaks against, in bounded memory.
   *
   * @param order their numbers, ascending or descending
   * @param reader is told one after the other
   */
  public void each(Order order, Reader reader) {
    try (Connection connection = database.connect("plan")) {
      connection.setAutoCommit(false);
      try (PreparedStatement select = connection.prepareStatement(order.sql)) {
        select.setFetchSize(FETCH_ROWS);
        select.setObject(1, plan);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            reader.on(operation(rows), rows.getString(15));
          }
        }
      }
    } catch (SQLException failed) {
      throw SqlFailure.working(failed);
    }
  }

  private static Operation operation(ResultSet row) throws SQLException {
    return new Operation(
        row.getLong(1),
        row.getString(2),
        OperationKind.of(row.getString(3)),
        Path.of(row.getString(4)),
        Path.of(row.getString(5)),
        row.getString(6),
        row.getLong(7),
        row.getObject(8, OffsetDateTime.class).toInstant(),
        row.getString(9),
        needs(row));
  }

  private static List<Need> needs(ResultSet row) throws SQLException {
    List<Need> needs = new ArrayList<>();
    String kept = row.getString(10);
    if (kept != null) {
      long size = row.getLong(11);
      Optional<Long> planned = row.wasNull() ? Optional.empty() : Optional.of(size);
      Optional<Instant> modified =
          Optional.ofNullable(row.getObject(12, OffsetDateTime.class))
              .map(OffsetDateTime::toInstant);
      needs.add(new Need(Path.of(kept), planned, modified, Optional.empty()));
    }
    String needed = row.getString(13);
    if (needed != null) {
      needs.add(Need.content(Path.of(needed), row.getString(14)));
    }
    return needs;
  }

  /** Writes down how operations ended, all or nothing. */
  public void ended(List<Outcome> outcomes) {
    if (outcomes.isEmpty()) {
      return;
    }
    database.transaction(
        "plan",
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE lumina.plan_operations SET state = ?, failure = ?, done_at = CASE"
                      + " WHEN ? <> 'done' THEN NULL ELSE coalesce(done_at, now()) END"
                      + " WHERE plan_id = ? AND number = ?")) {
            for (Outcome outcome : outcomes) {
              update.setString(1, STATES.get(outcome.mark()));
              update.setString(2, outcome.reason().isEmpty() ? null : outcome.reason());
              update.setString(3, STATES.get(outcome.mark()));
              update.setObject(4, plan);
              update.setLong(5, outcome.operation().number());
              update.addBatch();
            }
            return update.executeBatch();
          }
        });
  }

  /** The state of a row that stands for a mark; nothing for marks of what is under way. */
  public static Optional<String> stateOf(Mark mark) {
    return Optional.ofNullable(STATES.get(mark));
  }

  /** The tables of the catalog are as these rows say. */
  public void followed() {
    database.transaction(
        "plan",
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE lumina.plan_operations SET followed = state"
                      + " WHERE plan_id = ? AND state IN ('done', 'undone')"
                      + " AND followed IS DISTINCT FROM state")) {
            update.setObject(1, plan);
            return update.executeUpdate();
          }
        });
  }

  /** Why the first of those failed that did not go as planned. */
  public Optional<String> firstFailure() {
    return database.first(
        "plan",
        """
        SELECT failure FROM lumina.plan_operations
        WHERE plan_id = ? AND failure IS NOT NULL AND state <> 'skipped'
        ORDER BY starts_with(failure, 'Its unit'), number LIMIT 1\
        """,
        row -> row.getString(1),
        plan);
  }

  /** How they stand. */
  public OperationCounts counts() {
    return database
        .first(
            "plan",
            """
            SELECT count(*) FILTER (WHERE state = 'planned' AND conflict IS NULL),
              count(*) FILTER (WHERE state = 'done' AND purged_at IS NULL), count(*) FILTER (WHERE state = 'skipped'),
              count(*) FILTER (WHERE state = 'failed'), count(*) FILTER (WHERE state = 'undone'),
              count(*) FILTER (WHERE conflict IS NOT NULL),
              coalesce(sum(size_bytes) FILTER (
                WHERE state IN ('planned', 'done') AND conflict IS NULL), 0)
            FROM lumina.plan_operations WHERE plan_id = ?\
            """,
            row ->
                new OperationCounts(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7)),
            plan)
        .orElseThrow();
  }

  /** In which order operations are read. */
  public enum Order {
    ASCENDING("number"),
    /** Without what was removed for good, which nothing brings back. */
    DESCENDING("number DESC");

    private final String sql;

    Order(String order) {
      this.sql =
          """
          SELECT number, unit, kind, source_path, target_path, sha256, size_bytes, modified_at,
            reason, kept_path, kept_size, kept_modified_at, needs_path, needs_sha256, state
          FROM lumina.plan_operations WHERE plan_id = ? AND conflict IS NULL AND purged_at IS NULL
          ORDER BY %s\
          """
              .formatted(order);
    }
  }

  /** What to do with an operation. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Is told an operation.
     *
     * @param state of its row, which may lag behind the journal
     */
    void on(Operation operation, String state);
  }
}
