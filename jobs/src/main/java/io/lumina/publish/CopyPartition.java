package io.lumina.publish;

import io.lumina.postgres.ConnectionSettings;
import io.lumina.postgres.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Row;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * Copies one partition into a staging table, once: the partition notes itself in the same
 * transaction, so a task that is tried again after it had committed copies nothing.
 */
final class CopyPartition implements ForeachPartitionFunction<Row> {
  private static final long serialVersionUID = 1L;
  private static final int SEND_BYTES = 1 << 16;

  private final ConnectionSettings settings;
  private final String table;
  private final String parts;
  private final boolean[] json;

  /**
   * What a task needs to know.
   *
   * @param table full name of the staging table, checked
   * @param parts full name of the table of copied partitions, checked
   * @param json for each column whether it is JSON text
   */
  CopyPartition(ConnectionSettings settings, String table, String parts, boolean[] json) {
    this.settings = settings;
    this.table = table;
    this.parts = parts;
    this.json = json.clone();
  }

  @Override
  public void call(Iterator<Row> rows) throws SQLException {
    if (!rows.hasNext()) {
      return;
    }
    try (Connection connection = new Database(settings).connect("publish")) {
      connection.setAutoCommit(false);
      if (note(connection)) {
        copy(connection, rows);
        connection.commit();
      }
    }
  }

  /** False when an earlier attempt has brought this partition in. */
  private boolean note(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO " + parts + " (kind, part) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
      insert.setString(1, table);
      insert.setInt(2, TaskContext.getPartitionId());
      return insert.executeUpdate() == 1;
    }
  }

  private void copy(Connection connection, Iterator<Row> rows) throws SQLException {
    CopyIn copy =
        new CopyManager(connection.unwrap(BaseConnection.class))
            .copyIn("COPY " + table + " FROM STDIN");
    try {
      CopyText text = new CopyText(json);
      while (rows.hasNext()) {
        text.row(rows.next());
        if (text.length() >= SEND_BYTES || !rows.hasNext()) {
          copy.writeToCopy(text.bytes(), 0, text.length());
          text.clear();
        }
      }
      copied(connection, copy.endCopy());
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void copied(Connection connection, long rows) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE " + parts + " SET copied = ? WHERE kind = ? AND part = ?")) {
      update.setLong(1, rows);
      update.setString(2, table);
      update.setInt(3, TaskContext.getPartitionId());
      update.executeUpdate();
    }
  }
}
