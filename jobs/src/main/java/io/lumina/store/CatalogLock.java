package io.lumina.store;

import io.lumina.job.ExitCode;
import io.lumina.job.LuminaException;
import io.lumina.postgres.Catalog;
import io.lumina.postgres.Database;
import io.lumina.postgres.SqlFailure;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to run jobs on one catalog, for one run at a time: a session advisory lock on a
 * connection of its own, and a locked file in a warehouse on a local disk, where Delta itself does
 * not keep two drivers apart: there, two catalogs of one warehouse wait for each other too. Both
 * are free again seconds after their holder died.
 */
public final class CatalogLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogLock.class);
  private static final int PROBE_SECONDS = 10;
  static final String LOCK_FILE = ".lumina.lock";

  private final Catalog catalog;
  private final Connection connection;
  private final Optional<LockFile> file;

  private CatalogLock(Catalog catalog, Connection connection, Optional<LockFile> file) {
    this.catalog = catalog;
    this.connection = connection;
    this.file = file;
  }

  /**
   * Takes the catalog.
   *
   * @param warehouse directory of the Delta tables, as a Hadoop path
   * @param runId the run that takes it, for the message to others
   * @throws LuminaException (locked) naming the holder when another run has it
   */
  public static CatalogLock acquire(
      Database database, Catalog catalog, String warehouse, String runId) {
    LockHolder self = LockHolder.self(runId, catalog.name());
    Connection connection = database.connect("lock");
    try {
      // The database first: probing a file that this JVM has locked would unlock it (POSIX).
      if (!tryAdvisoryLock(connection, catalog.id())) {
        throw taken("Catalog '" + catalog.name() + "'", holder(connection, catalog));
      }
      Optional<LockFile> file = localFile(warehouse).map(local -> lockFile(local, warehouse, self));
      note(connection, catalog.id(), self);
      return new CatalogLock(catalog, connection, file);
    } catch (SQLException failed) {
      abandon(connection);
      throw SqlFailure.working(failed);
    } catch (RuntimeException refused) {
      abandon(connection);
      throw refused;
    }
  }

  /** The catalog that is held. */
  public Catalog catalog() {
    return catalog;
  }

  /**
   * Makes sure that the catalog is still held, before something that must not happen twice.
   *
   * @throws LuminaException (temporary) when the connection that held it broke
   */
  public void check() {
    try {
      if (connection.isValid(PROBE_SECONDS)) {
        return;
      }
    } catch (SQLException broken) {
      throw SqlFailure.working(broken);
    }
    throw new LuminaException(
        ExitCode.TEMPORARY,
        "The connection that held catalog '" + catalog.name() + "' broke; run it again");
  }

  /** Gives the catalog back. */
  @Override
  public void close() {
    try (connection) {
      try (PreparedStatement forget =
          connection.prepareStatement("DELETE FROM lumina.catalog_holders WHERE catalog_id = ?")) {
        forget.setObject(1, catalog.id());
        forget.executeUpdate();
      }
    } catch (SQLException broken) {
      // A broken connection has given the lock back already.
      LOG.warn("catalog {} was given back by a broken connection", catalog.id());
    } finally {
      file.ifPresent(LockFile::close);
    }
  }

  private static void abandon(Connection connection) {
    try {
      connection.close();
    } catch (SQLException broken) {
      LOG.debug("the connection was broken already", broken);
    }
  }

  private static boolean tryAdvisoryLock(Connection connection, UUID catalogId)
      throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      lock.setLong(1, key(catalogId));
      try (ResultSet row = lock.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private static void note(Connection connection, UUID catalogId, LockHolder self)
      throws SQLException {
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

  private static String holder(Connection connection, Catalog catalog) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT run_id, host, pid, acquired_at FROM lumina.catalog_holders"
                + " WHERE catalog_id = ?")) {
      select.setObject(1, catalog.id());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new LockHolder(
                    row.getString(1),
                    catalog.name(),
                    row.getString(2),
                    row.getLong(3),
                    row.getTimestamp(4).toInstant().truncatedTo(ChronoUnit.SECONDS))
                .toString()
            : "another run";
      }
    }
  }

  private static LockFile lockFile(Path file, String warehouse, LockHolder self) {
    return LockFile.tryLock(file, self)
        .orElseThrow(() -> taken("The warehouse " + warehouse, LockFile.holder(file)));
  }

  private static LuminaException taken(String what, String holder) {
    return new LuminaException(
        ExitCode.LOCKED, what + " is in use by " + holder + "; wait until it ends, or stop it");
  }

  /** One for the whole warehouse: its catalogs share the table of contents. */
  private static Optional<Path> localFile(String warehouse) {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(warehouse);
    URI uri = path.toUri();
    URI defaults = FileSystem.getDefaultUri(new Configuration());
    String scheme = uri.getScheme() == null ? defaults.getScheme() : uri.getScheme();
    return "file".equals(scheme)
        ? Optional.of(Path.of(uri.getPath(), LOCK_FILE))
        : Optional.empty();
  }

  /** Advisory locks have 64-bit keys. */
  private static long key(UUID catalogId) {
    return catalogId.getMostSignificantBits() ^ catalogId.getLeastSignificantBits();
  }
}
