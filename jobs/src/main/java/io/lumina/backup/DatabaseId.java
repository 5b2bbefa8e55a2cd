package io.lumina.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What tells one database from all others: the server when it was made, and the database in it. */
final class DatabaseId {
  private static final String SQL =
      """
      SELECT system_identifier || '-' || (SELECT oid FROM pg_database WHERE datname = current_database())
      FROM pg_control_system()\
      """;

  private DatabaseId() {}

  static String of(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery(SQL)) {
      row.next();
      return row.getString(1);
    }
  }
}
