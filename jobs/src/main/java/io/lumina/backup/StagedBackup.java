package io.lumina.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The lines of a backup in a table of one transaction. */
final class StagedBackup {
  private static final String TABLE =
      "CREATE TEMP TABLE staged (n bigint GENERATED ALWAYS AS IDENTITY, line jsonb NOT NULL)"
          + " ON COMMIT DROP";

  /** JSON has no such characters but in its escapes: each line is one field. */
  private static final String COPY =
      "COPY staged (line) FROM STDIN (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')";

  private static final String ONLY =
      "DELETE FROM staged WHERE coalesce(line->>'catalog', line->>'name') IS DISTINCT FROM ?";

  private final Connection connection;

  StagedBackup(Connection connection) {
    this.connection = connection;
  }

  /** Makes the table and fills it. */
  void copy(BackupFile backup, Optional<String> catalog) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
    }
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    try {
      backup.read(line -> write(copy, line));
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
    if (catalog.isPresent()) {
      try (PreparedStatement delete = connection.prepareStatement(ONLY)) {
        delete.setString(1, catalog.get());
        delete.executeUpdate();
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE staged");
    }
  }

  private static void write(CopyIn copy, String line) throws IOException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException failed) {
      throw new IOException(failed);
    }
  }
}
