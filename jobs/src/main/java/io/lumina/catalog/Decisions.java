package io.lumina.catalog;

import io.lumina.postgres.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Reads people's decisions. Jobs never write them. */
public final class Decisions {
  private final Database database;

  public Decisions(Database database) {
    this.database = Objects.requireNonNull(database, "database");
  }

  /** The decisions of a catalog, oldest first. */
  public List<Decision> of(UUID catalogId) {
    return database.transaction(
        "decisions",
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT kind, checksums, actor, created_at FROM lumina.decisions"
                      + " WHERE catalog_id = ? ORDER BY id")) {
            select.setObject(1, catalogId);
            return read(select);
          }
        });
  }

  private static List<Decision> read(PreparedStatement select) throws SQLException {
    List<Decision> decisions = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        decisions.add(
            new Decision(
                rows.getString(1),
                Arrays.asList((String[]) rows.getArray(2).getArray()),
                rows.getString(3),
                rows.getObject(4, OffsetDateTime.class).toInstant()));
      }
    }
    return decisions;
  }
}
