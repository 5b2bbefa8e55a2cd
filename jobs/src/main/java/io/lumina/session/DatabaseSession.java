package io.lumina.session;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.Database;
import io.lumina.postgres.Migrations;
import io.lumina.postgres.server.EmbeddedServer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The database of a command: an external one, or the embedded one for as long as this is open. */
public final class DatabaseSession implements AutoCloseable {
  private final Database database;
  private final Optional<EmbeddedServer> server;
  private final Interruption interruption;

  private DatabaseSession(Database database, Optional<EmbeddedServer> server) {
    this.database = database;
    this.server = server;
    this.interruption = Interruption.last(this::stop);
  }

  /** Opens the database that the options name, its schema current. */
  public static DatabaseSession openMigrated(RunOptions options) {
    return migrated(open(options));
  }

  private static DatabaseSession migrated(DatabaseSession session) {
    try {
      new Migrations(session.database).ensureCurrent();
      return session;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /**
   * Opens the database that the options name, its schema current; an embedded one that is damaged
   * is put aside and an empty one made.
   *
   * @param aside is told the name that the damaged one has now
   */
  public static DatabaseSession openReplaced(RunOptions options, Consumer<Path> aside) {
    return migrated(
        open(options, home -> EmbeddedServer.openOrReplace(home, aside, options.told())));
  }

  /** Opens the database that the options name as it is. */
  public static DatabaseSession open(RunOptions options) {
    return open(options, home -> EmbeddedServer.open(home, options.told()));
  }

  private static DatabaseSession open(RunOptions options, Function<Path, EmbeddedServer> embedded) {
    if (options.database().isPresent()) {
      return new DatabaseSession(new Database(options.database().get()), Optional.empty());
    }
    if (!EmbeddedServer.isOnClassPath()) {
      throw new LuminaException(
          ExitCode.USAGE,
          "The embedded PostgreSQL is not part of a submission: name a database with --jdbc-url, or"
              + " use scripts/lumina on this machine");
    }
    EmbeddedServer server = embedded.apply(options.home().created().folder());
    return new DatabaseSession(new Database(server.settings()), Optional.of(server));
  }

  public Database database() {
    return database;
  }

  /**
   * The same for questions of a person: of the embedded server as a role that may only read,
   * elsewhere as the user who was named.
   */
  public Database reader() {
    return server.map(EmbeddedServer::readerSettings).map(Database::new).orElse(database);
  }

  @Override
  public void close() {
    interruption.close();
    stop();
  }

  /** By the command, or by who interrupts it: the second one waits for the first. */
  private synchronized void stop() {
    server.ifPresent(EmbeddedServer::close);
  }
}
