package io.lumina.catalog;

import io.lumina.postgres.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** Reads the statuses that people gave to images. Jobs never write them. */
public final class Statuses {
  /** Those that a restore brought too: groups are made before a publish gives images their rows. */
  private static final String STATUSES =
      """
      SELECT status, array_agg(id::text ORDER BY id) FROM (
        SELECT id, status FROM lumina.images WHERE catalog_id = ? UNION
        SELECT k.image_id, k.status FROM lumina.kept_statuses k
        WHERE k.catalog_id = ? AND k.reason = 'restored' AND k.image_id IS NOT NULL
          AND NOT EXISTS (SELECT FROM lumina.images i WHERE i.id = k.image_id)) given
      WHERE status IN ('archived', 'rejected', 'selected') GROUP BY status\
      """;

  private final Database database;

  public Statuses(Database database) {
    this.database = Objects.requireNonNull(database, "database");
  }

  /**
   * For each status that concerns duplicates the ids of a catalog's images that have it, in order.
   */
  public Map<String, List<String>> of(UUID catalogId) {
    return database.transaction(
        "statuses",
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(STATUSES)) {
            select.setObject(1, catalogId);
            select.setObject(2, catalogId);
            return read(select);
          }
        });
  }

  private static Map<String, List<String>> read(PreparedStatement select) throws SQLException {
    Map<String, List<String>> statuses = new TreeMap<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        statuses.put(rows.getString(1), Arrays.asList((String[]) rows.getArray(2).getArray()));
      }
    }
    return statuses;
  }
}
