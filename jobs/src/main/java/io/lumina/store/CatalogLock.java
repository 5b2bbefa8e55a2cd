package io.lumina.store;

import io.lumina.job.ExitCode;
import io.lumina.job.LuminaException;
import io.lumina.postgres.Catalog;
import io.lumina.postgres.Database;
import io.lumina.postgres.SqlFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to run jobs on one catalog, for one run at a time: a session advisory lock on a
 * connection of its own. On a local disk and on S3 Delta itself does not keep two drivers apart, so
 * there the whole warehouse is locked too, and its catalogs wait for each other: by a file on a
 * disk, whatever database a run uses; by a second advisory lock on S3, where no file can be locked.
 * All of it is free again seconds after its holder died.
 */
public final class CatalogLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogLock.class);
  private static final int PROBE_SECONDS = 10;
  private static final Set<String> S3 = Set.of("s3a", "s3", "s3n");
  private static final Duration HOLDER_SAYS_ITS_NAME = Duration.ofSeconds(2);

  /** A connection is older than what is said on it; its age is hidden from other users. */
  private static final String HOLDER =
      """
      SELECT run_id, host, h.pid, acquired_at FROM lumina.catalog_holders h
      WHERE catalog_id = ? AND acquired_at >= (
        SELECT coalesce(max(backend_start), '-infinity')
        FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
        WHERE locktype = 'advisory' AND granted AND objsubid = 1
          AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND (classid::bigint << 32) | objid::bigint = ?)""";

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
      takeCatalog(connection, catalog, self);
      if (isOnS3(warehouse) && !tryAdvisoryLock(connection, idOf(warehouse))) {
        throw taken("The warehouse " + warehouse, "a run on another of its catalogs");
      }
      Optional<LockFile> file = localFile(warehouse).map(local -> lockFile(local, warehouse, self));
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
      // The server ends a closed connection in its own time, and whoever comes next may come
      // sooner.
      try (Statement free = connection.createStatement()) {
        free.execute("SELECT pg_advisory_unlock_all()");
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

  /** Takes the catalog or names who has it, who may have taken it only just now. */
  private static void takeCatalog(Connection connection, Catalog catalog, LockHolder self)
      throws SQLException {
    Instant deadline = Instant.now().plus(HOLDER_SAYS_ITS_NAME);
    while (!tryAdvisoryLock(connection, catalog.id())) {
      Optional<LockHolder> holder = holder(connection, catalog);
      if (holder.isPresent() || Instant.now().isAfter(deadline)) {
        throw taken(
            "Catalog '" + catalog.name() + "'",
            holder.map(LockHolder::toString).orElse("another run"));
      }
    }
    note(connection, catalog.id(), self);
  }

  private static boolean tryAdvisoryLock(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      lock.setLong(1, key(id));
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

  /** What the holder says of itself; what a dead one said before it does not count. */
  private static Optional<LockHolder> holder(Connection connection, Catalog catalog)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(HOLDER)) {
      select.setObject(1, catalog.id());
      select.setLong(2, key(catalog.id()));
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new LockHolder(
                    row.getString(1),
                    catalog.name(),
                    row.getString(2),
                    row.getLong(3),
                    row.getTimestamp(4).toInstant().truncatedTo(ChronoUnit.SECONDS)))
            : Optional.empty();
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
    return "file".equals(scheme(warehouse))
        ? Optional.of(
            Path.of(new org.apache.hadoop.fs.Path(warehouse).toUri().getPath(), LOCK_FILE))
        : Optional.empty();
  }

  /** HDFS, Azure and Google let one of two drivers win a commit, and tell the other. */
  private static boolean isOnS3(String warehouse) {
    return S3.contains(scheme(warehouse));
  }

  private static String scheme(String warehouse) {
    String named = new org.apache.hadoop.fs.Path(warehouse).toUri().getScheme();
    return named == null ? FileSystem.getDefaultUri(new Configuration()).getScheme() : named;
  }

  private static UUID idOf(String warehouse) {
    return UUID.nameUUIDFromBytes(("warehouse " + warehouse).getBytes(StandardCharsets.UTF_8));
  }

  /** Advisory locks have 64-bit keys. */
  private static long key(UUID id) {
    return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
  }
}
