package io.lumina.postgres;

import io.lumina.job.ExitCode;
import io.lumina.job.LuminaException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings the schema {@code lumina} of a database to the state that this program needs. */
public final class Migrations {
  private static final String SCHEMA = "lumina";

  private final Database database;

  public Migrations(Database database) {
    this.database = database;
  }

  /**
   * Runs what has not run yet, each migration in a transaction of its own.
   *
   * @return how many ran; 0 when the schema was current
   * @throws LuminaException (usage) when the schema is newer than this program or was changed by
   *     hand
   */
  public int migrate() {
    return told(flyway -> flyway.migrate().migrationsExecuted);
  }

  /** Migrations that {@link #migrate} would run, such as "1 tables". */
  public List<String> pending() {
    return told(
        flyway ->
            Arrays.stream(flyway.info().pending())
                .map(info -> info.getVersion() + " " + info.getDescription())
                .toList());
  }

  private <T> T told(Question<T> question) {
    // A failure to connect is told by our own words rather than by Flyway's.
    try {
      database.connect("migrate").close();
      return question.to(flyway());
    } catch (SQLException failed) {
      throw SqlFailure.working(failed);
    } catch (FlywayException failed) {
      throw new LuminaException(
          ExitCode.USAGE,
          "The schema "
              + SCHEMA
              + " of "
              + database.settings().address()
              + " cannot be brought up to date: "
              + SqlFailure.oneLine(failed.getMessage()),
          failed);
    }
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
