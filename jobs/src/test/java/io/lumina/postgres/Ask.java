package io.lumina.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Short questions to a database, for tests. */
public final class Ask {
  private final Database database;

  public Ask(Database database) {
    this.database = database;
  }

  /** The rows, fields as text with a bar between them. */
  public List<String> rows(String sql, Object... values) {
    return database.transaction("test", connection -> rows(connection, sql, values));
  }

  /** The first field of the first row. */
  public String one(String sql, Object... values) {
    return rows(sql, values).get(0);
  }

  /** Runs a statement that gives no rows. */
  public void execute(String sql, Object... values) {
    database.transaction(
        "test",
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.execute();
          }
        });
  }

  private static List<String> rows(Connection connection, String sql, Object... values)
      throws SQLException {
    List<String> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          List<String> fields = new ArrayList<>();
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            fields.add(rows.getString(i));
          }
          found.add(
              fields.size() == 1
                  ? fields.get(0)
                  : String.join("|", fields.stream().map(String::valueOf).toList()));
        }
      }
    }
    return found;
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
