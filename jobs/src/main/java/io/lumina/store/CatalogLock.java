package io.lumina.store;

import io.lumina.catalog.Catalog;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.Database;
import io.lumina.postgres.SqlFailure;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to run jobs on one catalog, for one run at a time: a session advisory lock on a
 * connection of its own. The catalogs of a warehouse share tables, and what Delta arbitrates
 * between two drivers is too little everywhere: both may add the same content. So the whole
 * warehouse is locked too, and of its catalogs one runs at a time: on a disk by a file, whatever
 * database a run uses; elsewhere by a second advisory lock, since no file can be locked there. All
 * of it is free again seconds after its holder died.
 */
public final class CatalogLock implements Guard, AutoCloseable {
  static final String LOCK_FILE = ".lumina.lock";

  private static final Logger LOG = LoggerFactory.getLogger(CatalogLock.class);
  private static final int PROBE_SECONDS = 10;
  private static final Duration HOLDER_SAYS_ITS_NAME = Duration.ofSeconds(2);
  private static final long TURN_MILLIS = 100;

  private final Catalog catalog;
  private final Connection connection;
  private final List<LockFile> files;

  private CatalogLock(Catalog catalog, Connection connection, List<LockFile> files) {
    this.catalog = catalog;
    this.connection = connection;
    this.files = files;
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
    return acquire(database, catalog, List.of(warehouse), runId);
  }

  /**
   * Takes the catalog and all warehouses that have tables of it.
   *
   * @param warehouses as Hadoop paths
   * @param runId the run that takes them
   * @throws LuminaException (locked) naming the holder when another run has one of them
   */
  public static CatalogLock acquire(
      Database database, Catalog catalog, List<String> warehouses, String runId) {
    LockHolder self = LockHolder.self(runId, catalog.name());
    Connection connection = database.connect("lock");
    LockHolders holders = new LockHolders(connection);
    List<LockFile> files = new ArrayList<>();
    try {
      take(holders, CatalogKey.of(catalog.id()), "Catalog '" + catalog.name() + "'");
      Map<Path, String> places = new LinkedHashMap<>();
      warehouses.forEach(warehouse -> places.putIfAbsent(qualified(warehouse), warehouse));
      for (Path place : places.keySet()) {
        String warehouse = places.get(place);
        if (isLocal(place)) {
          files.add(lockFile(place, warehouse, self));
        } else {
          take(holders, CatalogKey.of(place), "The warehouse " + warehouse);
        }
      }
      holders.note(catalog.id(), self);
      return new CatalogLock(catalog, connection, files);
    } catch (SQLException failed) {
      abandon(connection, files);
      throw SqlFailure.working(failed);
    } catch (RuntimeException refused) {
      abandon(connection, files);
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
  @Override
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

  /**
   * Gives the catalog back, the last that was taken first: who finds the catalog free finds the
   * warehouse free, too.
   */
  @Override
  public void close() {
    try {
      files.forEach(LockFile::close);
    } finally {
      try (connection) {
        LockHolders holders = new LockHolders(connection);
        holders.forget(catalog.id());
        holders.unlockAll();
      } catch (SQLException broken) {
        // A broken connection has given the lock back already.
        LOG.warn("catalog {} was given back by a broken connection", catalog.id());
      }
    }
  }

  private static void abandon(Connection connection, List<LockFile> files) {
    try {
      files.forEach(LockFile::close);
    } finally {
      try (connection) {
        new LockHolders(connection).unlockAll();
      } catch (SQLException broken) {
        LOG.debug("the connection was broken already", broken);
      }
    }
  }

  /** Takes a key or names who has it, who may have taken it only just now. */
  private static void take(LockHolders holders, CatalogKey key, String what) throws SQLException {
    Instant deadline = Instant.now().plus(HOLDER_SAYS_ITS_NAME);
    while (!holders.tryLock(key)) {
      Optional<LockHolder> holder = holders.of(key);
      if (holder.isPresent() || Instant.now().isAfter(deadline) || !mayGoOn()) {
        throw taken(what, holder.map(LockHolder::toString).orElse("another run"));
      }
    }
  }

  /** Waits for a turn; false when somebody wants an end of it. */
  private static boolean mayGoOn() {
    try {
      TimeUnit.MILLISECONDS.sleep(TURN_MILLIS);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** One for the whole warehouse: its catalogs share the table of contents. */
  private static LockFile lockFile(Path place, String warehouse, LockHolder self) {
    java.nio.file.Path file = java.nio.file.Path.of(place.toUri().getPath(), LOCK_FILE);
    return LockFile.tryLock(file, self)
        .orElseThrow(() -> taken("The warehouse " + warehouse, LockFile.holder(file)));
  }

  private static LuminaException taken(String what, String holder) {
    return new LuminaException(
        ExitCode.LOCKED, what + " is in use by " + holder + "; wait until it ends, or stop it");
  }

  static boolean isLocal(Path place) {
    return "file".equals(place.toUri().getScheme());
  }

  /** One name for one warehouse, however it is written. */
  static Path qualified(String warehouse) {
    Path named = new Path(warehouse);
    URI usual = FileSystem.getDefaultUri(new Configuration());
    String scheme = named.toUri().getScheme();
    boolean isShort =
        scheme == null || scheme.equals(usual.getScheme()) && named.toUri().getAuthority() == null;
    return isShort ? named.makeQualified(usual, new Path(Path.SEPARATOR)) : named;
  }
}
