package io.lumina.postgres;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings the schema {@code lumina} of a database to the state that this program needs. */
public final class Migrations {
  private static final String SCHEMA = "lumina";

  private final Database database;

  public Migrations(Database database) {
    this.database = database;
  }

  /**
   * Runs what has not run yet, each migration in a transaction of its own, and then grants to the
   * roles of {@code conf/postgres/roles.sql}, where there are such, what they need.
   *
   * @return how many ran; 0 when the schema was current
   * @throws LuminaException (usage) when the schema was changed by hand or by a newer program, or
   *     lacks a migration and this user may not change it
   */
  public int migrate() {
    return told(
        flyway -> {
          checkNotNewer(flyway);
          checkMayMigrate(pending(flyway));
          return flyway.migrate().migrationsExecuted;
        });
  }

  /**
   * Makes sure that the schema is current: migrates where it is not, and where it is changes
   * nothing, so that a role that may change nothing can go on.
   *
   * @throws LuminaException (usage) as {@link #migrate}
   */
  public void ensureCurrent() {
    told(
        flyway -> {
          checkNotNewer(flyway);
          List<String> pending = pending(flyway);
          checkMayMigrate(pending);
          if (pending.isEmpty()) {
            flyway.validate();
          } else {
            flyway.migrate();
          }
          return pending;
        });
  }

  /** Migrations that {@link #migrate} would run, such as "1 tables". */
  public List<String> pending() {
    return told(Migrations::pending);
  }

  private static List<String> pending(Flyway flyway) {
    return Arrays.stream(flyway.info().pending())
        .map(info -> info.getVersion() + " " + info.getDescription())
        .toList();
  }

  /** Flyway passes over what it does not know; this program would go on with half a schema. */
  private void checkNotNewer(Flyway flyway) {
    List<String> newer =
        Arrays.stream(flyway.info().applied())
            .filter(info -> info.getState() == MigrationState.FUTURE_SUCCESS)
            .map(info -> info.getVersion() + " " + info.getDescription())
            .toList();
    if (!newer.isEmpty()) {
      throw new LuminaException(
          ExitCode.USAGE,
          ("The schema %s of %s is newer than this program, which does not know %s: update Lumina"
                  + " on this machine and build it again")
              .formatted(SCHEMA, database.settings().address(), String.join(", ", newer)));
    }
  }

  /** Before Flyway tries: its own words for it are many. */
  private void checkMayMigrate(List<String> pending) {
    if (!pending.isEmpty() && !mayMigrate()) {
      throw new LuminaException(
          ExitCode.USAGE,
          ("The schema %s of %s lacks %s (%s), and user '%s' may not change it: run lumina migrate"
                  + " as the role that owns it, such as lumina_migrate")
              .formatted(
                  SCHEMA,
                  database.settings().address(),
                  pending.size() == 1 ? "a migration" : pending.size() + " migrations",
                  String.join(", ", pending),
                  database.settings().user()));
    }
  }

  /** Whether this user may change the schema, or make it where there is none. */
  private boolean mayMigrate() {
    return database.transaction(
        "migrate",
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  """
                  SELECT coalesce(
                    (SELECT has_schema_privilege(oid, 'CREATE') FROM pg_namespace WHERE nspname = ?),
                    has_database_privilege(current_database(), 'CREATE'))\
                  """)) {
            select.setString(1, SCHEMA);
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return row.getBoolean(1);
            }
          }
        });
  }

  private <T> T told(Question<T> question) {
    // A failure to connect is told by our own words rather than by Flyway's.
    try {
      database.connect("migrate").close();
      return question.to(flyway());
    } catch (SQLException failed) {
      throw SqlFailure.working(failed);
    } catch (FlywayException failed) {
      throw SqlFailure.refused(failed).orElseGet(() -> unusable(failed));
    }
  }

  private LuminaException unusable(FlywayException failed) {
    return new LuminaException(
        ExitCode.USAGE,
        "The schema "
            + SCHEMA
            + " of "
            + database.settings().address()
            + " cannot be brought up to date: "
            + SqlFailure.oneLine(failed.getMessage()),
        failed);
  }

  private Flyway flyway() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(database.settings().url());
    source.setUser(database.settings().user());
    source.setPassword(database.settings().password().reveal());
    // The loader of this class sees the migrations also where spark-submit added the jar.
    return Flyway.configure(Migrations.class.getClassLoader())
        .loggers("slf4j")
        .dataSource(source)
        .schemas(SCHEMA)
        .createSchemas(true)
        .locations("classpath:db/migration")
        .load();
  }

  @FunctionalInterface
  private interface Question<T> {
    T to(Flyway flyway);
  }
}
