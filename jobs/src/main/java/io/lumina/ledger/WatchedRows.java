package io.lumina.ledger;

import io.lumina.postgres.Database;
import io.lumina.store.CatalogKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** What an onlooker asks the ledger. */
public final class WatchedRows {
  private static final String SELECT =
      """
      SELECT j.id, j.run_id, c.name, j.catalog_id, j.job_type,
        coalesce(j.started_at, j.created_at), j.updated_at, (j.progress->>'current')::bigint,
        (j.progress->>'total')::bigint, (j.progress->>'rate')::float8,
        (j.progress->>'eta')::float8, j.status, j.exit_code, j.error, j.finished_at
      FROM lumina.jobs j JOIN lumina.catalogs c ON c.id = j.catalog_id
      """;

  private WatchedRows() {}

  /** A run by its key, then its steps in the order in which they began; none when it is gone. */
  public static Database.Work<List<WatchedRow>> of(UUID id) {
    return connection -> {
      try (PreparedStatement select =
          connection.prepareStatement(
              SELECT
                  + "WHERE j.id = ? OR j.parent_id = ? ORDER BY j.parent_id IS NOT NULL,"
                  + " j.created_at")) {
        select.setObject(1, id);
        select.setObject(2, id);
        return rows(select);
      }
    };
  }

  /** The run or step of a name. */
  public static Database.Work<Optional<WatchedRow>> named(String runId) {
    return connection -> {
      try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE j.run_id = ?")) {
        select.setString(1, runId);
        return rows(select).stream().findFirst();
      }
    };
  }

  /**
   * The run to look at: the first one that began after a time, even when it has ended since, or
   * else the newest one that goes on and has a process behind it.
   */
  public static Database.Work<Optional<WatchedRow>> next(Optional<String> catalog, Instant after) {
    return connection -> {
      List<WatchedRow> candidates;
      try (PreparedStatement select =
          connection.prepareStatement(
              SELECT
                  + """
                  WHERE j.parent_id IS NULL AND (j.finished_at IS NULL OR j.created_at > ?)
                    AND (?::text IS NULL OR c.name = ?)
                  ORDER BY j.created_at > ? DESC,
                    CASE WHEN j.created_at > ? THEN j.created_at END, j.created_at DESC\
                  """)) {
        OffsetDateTime time = after.atOffset(ZoneOffset.UTC);
        select.setObject(1, time);
        select.setString(2, catalog.orElse(null));
        select.setString(3, catalog.orElse(null));
        select.setObject(4, time);
        select.setObject(5, time);
        candidates = rows(select);
      }
      Set<CatalogKey> held = held(connection);
      return candidates.stream()
          .filter(
              row ->
                  row.startedAt().isAfter(after) || held.contains(CatalogKey.of(row.catalogId())))
          .findFirst();
    };
  }

  /** Whether a process holds the catalog: a run that goes on without one has died. */
  public static Database.Work<Boolean> isHeld(UUID catalogId) {
    return connection -> held(connection).contains(CatalogKey.of(catalogId));
  }

  /** The time by the clock of the database, which writes the rows' times. */
  public static Instant clock(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT clock_timestamp()");
        ResultSet row = select.executeQuery()) {
      row.next();
      return time(row, 1);
    }
  }

  private static Set<CatalogKey> held(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(CatalogKey.HELD);
        ResultSet rows = select.executeQuery()) {
      Set<CatalogKey> keys = new HashSet<>();
      while (rows.next()) {
        keys.add(new CatalogKey(rows.getLong("key")));
      }
      return keys;
    }
  }

  private static List<WatchedRow> rows(PreparedStatement select) throws SQLException {
    List<WatchedRow> found = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(
            new WatchedRow(
                rows.getObject(1, UUID.class),
                rows.getString(2),
                rows.getString(3),
                rows.getObject(4, UUID.class),
                rows.getString(5),
                time(rows, 6),
                stride(rows),
                end(rows)));
      }
    }
    return found;
  }

  private static Optional<WatchedRow.Stride> stride(ResultSet row) throws SQLException {
    Long total = row.getObject(9, Long.class);
    if (total == null) {
      return Optional.empty();
    }
    Double left = row.getObject(11, Double.class);
    return Optional.of(
        new WatchedRow.Stride(
            row.getLong(8),
            total,
            row.getDouble(10),
            left == null ? OptionalDouble.empty() : OptionalDouble.of(left),
            time(row, 7)));
  }

  private static Optional<WatchedRow.End> end(ResultSet row) throws SQLException {
    if (row.getObject(15) == null) {
      return Optional.empty();
    }
    Integer exit = row.getObject(13, Integer.class);
    return Optional.of(
        new WatchedRow.End(
            row.getString(12),
            exit == null ? OptionalInt.empty() : OptionalInt.of(exit),
            Optional.ofNullable(row.getString(14)),
            time(row, 15)));
  }

  private static Instant time(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
