package io.lumina.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumina.postgres.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Writes what people decided into a file: JSON lines in gzip, the first and last about the rest.
 */
final class BackupWriter {
  private static final String READ_ME =
      "What people decided in Lumina: gzip of JSON lines. catalog: name and sources; status and"
          + " kept: of the picture with this SHA-256 (checksum) at this path; decision; review: of"
          + " the group of these checksums; end: how many lines, and the SHA-256 of the lines"
          + " between the first and the last with their line ends. lumina restore reads it.";

  private static final int FETCH_ROWS = 1000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;

  BackupWriter(Database database) {
    this.database = database;
  }

  /** Writes a file and says what is in it. All of it is as of one moment. */
  BackupSummary write(Path file, Instant now) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      return database.transaction(
          "backup",
          connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
              return write(connection, out, now);
            } catch (IOException failed) {
              throw new UncheckedIOException(failed);
            }
          });
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private static BackupSummary write(Connection connection, OutputStream out, Instant now)
      throws SQLException, IOException {
    String id = DatabaseId.of(connection);
    line(
        out,
        JSON.writeValueAsString(
            ordered(
                "lumina",
                "decisions",
                "version",
                1,
                "written_at",
                now.toString(),
                "database",
                id,
                "read_me",
                READ_ME)));
    MessageDigest digest = sha256();
    Map<String, Long> counts = new LinkedHashMap<>();
    for (BackupLines kind : BackupLines.values()) {
      counts.put(kind.kind(), lines(connection, kind, out, digest));
    }
    BackupSummary summary =
        new BackupSummary(id, HexFormat.of().formatHex(digest.digest()), counts);
    line(
        out,
        JSON.writeValueAsString(
            ordered("kind", BackupReader.END, "lines", counts, "sha256", summary.sha256())));
    return summary;
  }

  private static long lines(
      Connection connection, BackupLines kind, OutputStream out, MessageDigest digest)
      throws SQLException, IOException {
    long count = 0;
    try (Statement select = connection.createStatement()) {
      select.setFetchSize(FETCH_ROWS);
      try (ResultSet rows = select.executeQuery(kind.sql())) {
        for (; rows.next(); count++) {
          digest.update(line(out, rows.getString(1)));
        }
      }
    }
    return count;
  }

  private static byte[] line(OutputStream out, String json) throws IOException {
    byte[] line = (json + "\n").getBytes(StandardCharsets.UTF_8);
    out.write(line);
    return line;
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return values;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
