package io.lumina.backup;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.Database;
import io.lumina.store.CatalogKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Brings what a backup holds back into a database, in one transaction. */
public final class Restore {
  /** What came of each line, for {@link Details}. */
  public static final String DETAILS =
      "SELECT kind, outcome, catalog, path, checksum, backup, now FROM restored"
          + " ORDER BY kind, outcome, catalog, path, checksum";

  private static final String CATALOGS = "SELECT id, name FROM lumina.catalogs ORDER BY id";

  /**
   * Catalogs that know all of a backup and may have changed since. One that was dropped and made
   * anew has the name, and knows nothing.
   */
  private static final String KNOWN =
      """
      CREATE TEMP TABLE known ON COMMIT DROP AS
      SELECT c.name AS catalog FROM lumina.catalogs c JOIN staged ON line->>'kind' = 'catalog'
        AND line->>'name' = c.name AND line->>'id' = c.id::text WHERE ?
      UNION
      SELECT r.catalog FROM lumina.restores r WHERE r.sha256 = ? AND NOT EXISTS (
        SELECT FROM lumina.dropped_catalogs d
        WHERE d.name = r.catalog AND d.dropped_at > r.restored_at)\
      """;

  private static final String RESTORED =
      "SELECT count(DISTINCT catalog) FROM lumina.restores WHERE sha256 = ? AND (?::text IS NULL OR"
          + " catalog = ?)";

  private static final String COUNTS =
      "SELECT kind || ' ' || outcome, count(*) FROM restored GROUP BY 1";

  private static final String RECORD =
      """
      INSERT INTO lumina.restores (backup, sha256, catalog, counts)
      SELECT ?, ?, catalog, jsonb_object_agg(name, n) FROM (
        SELECT catalog, kind || ' ' || outcome AS name, count(*) AS n FROM restored
        WHERE catalog IS NOT NULL GROUP BY 1, 2) counted
      GROUP BY catalog\
      """;

  private final Database database;

  public Restore(Database database) {
    this.database = database;
  }

  /**
   * The newest of another database in which people decided anything, unless it was restored here
   * before: that one was lost, and what this one has written since knows less. Nothing older than
   * what was restored: it would bring back what people took back since. Otherwise the newest of all
   * in which people decided anything.
   *
   * @param whole at least one, the newest first
   * @param catalog the only one to restore; all when none is named
   */
  public BackupFile choose(List<BackupFile> whole, Optional<String> catalog) {
    return database.transaction(
        "restore",
        connection -> {
          for (BackupFile backup : whole) {
            if (isOwn(connection, backup) || backup.summary().isEmpty()) {
              continue;
            }
            if (isRestored(connection, backup, catalog)) {
              break;
            }
            return backup;
          }
          return whole.stream()
              .filter(backup -> !backup.summary().isEmpty())
              .findFirst()
              .orElse(whole.get(0));
        });
  }

  /**
   * Restores.
   *
   * @param catalog the only one to restore; all when none is named
   * @param mode whether it is meant
   * @param details is told each line and what came of it
   * @return how many lines came to what, by kind and outcome such as "status restored"
   * @throws LuminaException (locked) when a run holds one of the catalogs
   */
  public Map<String, Long> run(
      BackupFile backup, Optional<String> catalog, Mode mode, Details details) {
    return database.transaction(
        "restore",
        connection -> {
          lock(connection, catalog);
          try {
            new StagedBackup(connection).copy(backup, catalog);
          } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
          }
          know(connection, backup);
          for (RestoreStep step : RestoreStep.values()) {
            execute(connection, step.sql());
          }
          Map<String, Long> counts = counts(connection);
          if (counts.isEmpty() && catalog.isPresent()) {
            throw new LuminaException(
                ExitCode.USAGE,
                "The backup " + backup.place() + " has no catalog '" + catalog.get() + "'");
          }
          details.of(connection);
          if (mode == Mode.DRY_RUN) {
            connection.rollback();
          } else {
            record(connection, backup);
          }
          return counts;
        });
  }

  private static boolean isOwn(Connection connection, BackupFile backup) throws SQLException {
    return DatabaseId.of(connection).equals(backup.summary().database());
  }

  private static boolean isRestored(
      Connection connection, BackupFile backup, Optional<String> catalog) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(RESTORED)) {
      select.setString(1, backup.summary().sha256());
      select.setString(2, catalog.orElse(null));
      select.setString(3, catalog.orElse(null));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1) >= (catalog.isPresent() ? 1 : backup.summary().catalogs());
      }
    }
  }

  /** All of the very database that wrote it, and those that it was restored into before. */
  private static void know(Connection connection, BackupFile backup) throws SQLException {
    try (PreparedStatement create = connection.prepareStatement(KNOWN)) {
      create.setBoolean(1, isOwn(connection, backup));
      create.setString(2, backup.summary().sha256());
      create.execute();
    }
  }

  /** Until the end of the transaction, as a run would. */
  private static void lock(Connection connection, Optional<String> only) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery(CATALOGS)) {
      while (rows.next()) {
        String name = rows.getString(2);
        CatalogKey key = CatalogKey.of(rows.getObject(1, UUID.class));
        if (only.map(name::equals).orElse(true) && !isTaken(connection, key)) {
          throw new LuminaException(
              ExitCode.LOCKED,
              "Catalog '" + name + "' is in use by a run; wait until it ends, or stop it");
        }
      }
    }
  }

  private static boolean isTaken(Connection connection, CatalogKey key) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
      lock.setLong(1, key.value());
      try (ResultSet row = lock.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private static Map<String, Long> counts(Connection connection) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery(COUNTS)) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counts;
  }

  private static void record(Connection connection, BackupFile backup) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(RECORD)) {
      insert.setString(1, backup.place());
      insert.setString(2, backup.summary().sha256());
      insert.executeUpdate();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Whether anything is to be written. */
  public enum Mode {
    REAL,
    DRY_RUN
  }

  /** Looks at the table of {@link #DETAILS} before it is gone. */
  @FunctionalInterface
  public interface Details {
    /** Asks what it wants to know. */
    void of(Connection connection) throws SQLException;
  }
}
