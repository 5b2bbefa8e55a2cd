package io.lumina.publish;

import io.lumina.postgres.Database;
import io.lumina.postgres.SqlFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/**
 * Writes one catalog to PostgreSQL, all or nothing: the tasks copy into staging tables, then one
 * transaction merges them. Whoever calls holds the catalog's lock.
 */
final class Publisher {
  private final Database database;
  private final int connections;
  private Duration merging = Duration.ZERO;

  /**
   * Opens nothing yet.
   *
   * @param connections how many tasks copy at once
   */
  Publisher(Database database, int connections) {
    this.database = Objects.requireNonNull(database, "database");
    this.connections = connections;
  }

  /** Publishes and counts; the number of staged images is told before the merge. */
  Map<MergeCount, Long> publish(UUID catalogId, String runId, Publication publication) {
    Staging staging = new Staging(catalogId, runId);
    database.transaction(
        "publish",
        connection -> {
          staging.create(connection);
          return null;
        });
    for (StagedTable table : StagedTable.values()) {
      copy(table, staging, table.rows(publication));
    }
    long images = staged(staging);
    Instant staged = Instant.now();
    Map<MergeCount, Long> counts = new EnumMap<>(new Merge(database, catalogId, staging).run());
    merging = Duration.between(staged, Instant.now());
    counts.put(
        MergeCount.IMAGES_UNCHANGED,
        images - counts.get(MergeCount.IMAGES_INSERTED) - counts.get(MergeCount.IMAGES_UPDATED));
    return counts;
  }

  /** What the transaction of the last {@link #publish} took. */
  Duration merging() {
    return merging;
  }

  private void copy(StagedTable table, Staging staging, Dataset<Row> rows) {
    StructField[] fields = rows.schema().fields();
    boolean[] json = new boolean[fields.length];
    for (int i = 0; i < fields.length; i++) {
      json[i] = JsonColumn.is(fields[i]);
    }
    try {
      rows.coalesce(connections)
          .foreachPartition(
              new CopyPartition(database.settings(), staging.table(table), staging.parts(), json));
    } catch (Exception failed) {
      throw told(failed);
    }
  }

  private long staged(Staging staging) {
    return database.transaction("publish", connection -> staged(connection, staging));
  }

  private static long staged(Connection connection, Staging staging) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT coalesce(sum(copied), 0) FROM " + staging.parts() + " WHERE kind = ?")) {
      select.setString(1, staging.table(StagedTable.IMAGES));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** A task's exception comes inside of Spark's. */
  private static RuntimeException told(Exception failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return SqlFailure.working(sql);
      }
      if (cause instanceof io.lumina.failure.LuminaException ours) {
        return ours;
      }
    }
    return failed instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException("publishing failed", failed);
  }
}
