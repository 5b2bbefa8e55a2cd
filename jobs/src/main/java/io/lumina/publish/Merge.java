package io.lumina.publish;

import io.lumina.postgres.Database;
import io.lumina.postgres.SqlFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Brings the staged rows into the tables in one transaction: a reader sees all of it or nothing.
 */
final class Merge {
  /** Serialization failure and deadlock: somebody else, such as a person's UPDATE, went first. */
  private static final Set<String> WORTH_REPEATING = Set.of("40001", "40P01");

  private static final int ATTEMPTS = 3;

  /** From so many new images on, what the planner knows of the tables is out of date. */
  private static final long WORTH_ANALYZING = 1000;

  private final Database database;
  private final UUID catalogId;
  private final Staging staging;

  Merge(Database database, UUID catalogId, Staging staging) {
    this.database = database;
    this.catalogId = catalogId;
    this.staging = staging;
  }

  /** Merges, drops the staging tables, and says how many rows changed in which way. */
  Map<MergeCount, Long> run() {
    for (int attempt = 1; ; attempt++) {
      try (Connection connection = database.connect("publish")) {
        connection.setAutoCommit(false);
        Map<MergeCount, Long> counts = merged(connection);
        staging.drop(connection);
        connection.commit();
        if (counts.get(MergeCount.IMAGES_INSERTED) >= WORTH_ANALYZING) {
          analyze(connection);
        }
        return counts;
      } catch (SQLException failed) {
        if (attempt == ATTEMPTS || !WORTH_REPEATING.contains(failed.getSQLState())) {
          throw SqlFailure.working(failed);
        }
      }
    }
  }

  private Map<MergeCount, Long> merged(Connection connection) throws SQLException {
    prepare(connection);
    Map<MergeCount, Long> counts = new EnumMap<>(MergeCount.class);
    for (MatchStep step : MatchStep.values()) {
      execute(connection, step.sql());
    }
    for (MergeStep step : MergeStep.values()) {
      counts.merge(step.counts(), execute(connection, step.sql()), Long::sum);
    }
    for (ReturnStep step : ReturnStep.values()) {
      counts.merge(MergeCount.STATUSES_RETURNED, execute(connection, step.sql()), Long::sum);
    }
    return counts;
  }

  private void prepare(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 1))")) {
      lock.setString(1, catalogId.toString());
      lock.execute();
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL work_mem = '128MB'");
      // A table that was empty when last analyzed looks empty to the planner while it fills up, and
      // a nested loop over it takes the square of its rows.
      statement.execute("SET LOCAL enable_nestloop = off");
      for (StagedTable table : StagedTable.values()) {
        statement.execute("ANALYZE " + staging.table(table));
      }
    }
  }

  /** An embedded server stops after the run, before it would come to this by itself. */
  private static void analyze(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE lumina.images, lumina.perceptual_hashes");
    }
  }

  private long execute(Connection connection, String step) throws SQLException {
    String sql = staging.resolve(step);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameters = (int) sql.chars().filter(c -> c == '?').count();
      for (int i = 1; i <= parameters; i++) {
        statement.setObject(i, catalogId);
      }
      return statement.executeLargeUpdate();
    }
  }
}
