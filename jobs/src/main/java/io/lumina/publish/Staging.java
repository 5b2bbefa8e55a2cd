package io.lumina.publish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The staging tables of one run: unlogged, so cheap to fill, and of no meaning after a crash. Their
 * names end with the catalog and with a digest of the run id, all letters and digits.
 */
final class Staging {
  private static final String SCHEMA = "lumina_staging";
  private static final int RUN_DIGEST_BYTES = 6;

  /** Tables of the merge itself, and their columns: see {@link MatchStep}. */
  private static final Map<String, String> OF_MERGE =
      Map.of(
          "fresh",
          "id uuid, source_path text, name text, checksum text, is_present boolean,"
              + " is_known boolean",
          "left",
          "id uuid, source_path text, name text, checksum text, was_present boolean, lies boolean,"
              + " is_replaced boolean",
          "pairs",
          "old_id uuid, new_id uuid, room uuid, changed boolean");

  private final String catalog;
  private final String run;

  /** Names the tables; nothing is made yet. */
  Staging(UUID catalogId, String runId) {
    this.catalog = catalogId.toString().replace("-", "");
    this.run = HexFormat.of().formatHex(sha256(runId), 0, RUN_DIGEST_BYTES);
  }

  /** The full name of a table, safe to stand in SQL. */
  String table(StagedTable table) {
    return SCHEMA + "." + name(table.prefix());
  }

  /** Where each partition notes that its rows are in. */
  String parts() {
    return SCHEMA + "." + name("parts");
  }

  /** SQL with {@code {images}}, {@code {shots}} … replaced by the names of this run. */
  String resolve(String sql) {
    String resolved = sql;
    for (StagedTable table : StagedTable.values()) {
      resolved = resolved.replace("{" + table.prefix() + "}", table(table));
    }
    for (String table : OF_MERGE.keySet()) {
      resolved = resolved.replace("{" + table + "}", SCHEMA + "." + name(table));
    }
    return resolved;
  }

  /** Makes the tables empty, and removes those that dead runs of the catalog left. */
  void create(Connection connection) throws SQLException {
    drop(connection);
    try (Statement statement = connection.createStatement()) {
      for (StagedTable table : StagedTable.values()) {
        statement.execute(
            "CREATE UNLOGGED TABLE " + table(table) + " AS " + table.shape() + " WITH NO DATA");
      }
      for (Map.Entry<String, String> table : OF_MERGE.entrySet()) {
        statement.execute(
            "CREATE UNLOGGED TABLE %s.%s (%s)"
                .formatted(SCHEMA, name(table.getKey()), table.getValue()));
      }
      statement.execute(
          "CREATE UNLOGGED TABLE "
              + parts()
              + " (kind text, part integer, copied bigint, PRIMARY KEY (kind, part))");
    }
  }

  /**
   * Removes the tables of all runs of the catalog, but for those of a role whose tables are not
   * ours to drop: whoever calls holds its lock.
   */
  void drop(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String table : existing(connection)) {
        statement.execute("DROP TABLE IF EXISTS " + SCHEMA + "." + table);
      }
    }
  }

  private List<String> existing(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT tablename FROM pg_tables WHERE schemaname = ? AND tablename ~ ?"
                + " AND pg_has_role(tableowner, 'USAGE')")) {
      select.setString(1, SCHEMA);
      select.setString(2, "^[a-z]+_" + catalog + "_[0-9a-f]+$");
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
    }
    return names;
  }

  private String name(String prefix) {
    return prefix + "_" + catalog + "_" + run;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
