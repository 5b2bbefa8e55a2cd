package io.lumina.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Advisory locks of one connection, and what their holders say of themselves. */
final class LockHolders {

  /**
   * Who holds a key, be it of a catalog or of the warehouse of one: the run that said its name on
   * the same connection. What a dead one said before it does not count: a connection is older than
   * what is said on it. Its age is hidden from other users.
   */
  private static final String HOLDER =
      """
      WITH held AS (%s)
      SELECT h.run_id, coalesce(c.name, h.catalog_id::text), h.host, h.pid, h.acquired_at
      FROM held wanted JOIN held other ON other.pid = wanted.pid
      JOIN lumina.catalog_holders h ON %s = other.key
      LEFT JOIN lumina.catalogs c ON c.id = h.catalog_id
      LEFT JOIN pg_stat_activity a ON a.pid = wanted.pid
      WHERE wanted.key = ? AND h.acquired_at >= coalesce(a.backend_start, '-infinity')"""
          .formatted(CatalogKey.HELD, CatalogKey.inSql("h.catalog_id"));

  private final Connection connection;

  LockHolders(Connection connection) {
    this.connection = connection;
  }

  /** Takes a key, unless another connection has it. */
  boolean tryLock(CatalogKey key) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      lock.setLong(1, key.value());
      try (ResultSet row = lock.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** Who has a key; none while it did not say so. */
  Optional<LockHolder> of(CatalogKey key) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(HOLDER)) {
      select.setLong(1, key.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(holder(row)) : Optional.empty();
      }
    }
  }

  /** Says who holds a catalog. */
  void note(UUID catalogId, LockHolder self) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO lumina.catalog_holders (catalog_id, run_id, host, pid)"
                + " VALUES (?, ?, ?, ?) ON CONFLICT (catalog_id) DO UPDATE SET"
                + " run_id = excluded.run_id, host = excluded.host, pid = excluded.pid,"
                + " acquired_at = now()")) {
      insert.setObject(1, catalogId);
      insert.setString(2, self.runId());
      insert.setString(3, self.host());
      insert.setLong(4, self.pid());
      insert.executeUpdate();
    }
  }

  /** Says that nobody holds a catalog, while it is still held. */
  void forget(UUID catalogId) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM lumina.catalog_holders WHERE catalog_id = ?")) {
      delete.setObject(1, catalogId);
      delete.executeUpdate();
    }
  }

  /**
   * Gives all keys back. The server ends a closed connection in its own time, and whoever comes
   * next may come sooner.
   */
  void unlockAll() throws SQLException {
    try (Statement free = connection.createStatement()) {
      free.execute("SELECT pg_advisory_unlock_all()");
    }
  }

  private static LockHolder holder(ResultSet row) throws SQLException {
    Instant since = row.getTimestamp(5).toInstant().truncatedTo(ChronoUnit.SECONDS);
    return new LockHolder(
        row.getString(1), row.getString(2), row.getString(3), row.getLong(4), since);
  }
}
