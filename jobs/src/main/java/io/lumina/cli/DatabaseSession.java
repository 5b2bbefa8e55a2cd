package io.lumina.cli;

import io.lumina.job.ExitCode;
import io.lumina.job.LuminaException;
import io.lumina.job.Printable;
import io.lumina.postgres.ConnectionSettings;
import io.lumina.postgres.Database;
import io.lumina.postgres.EmbeddedServer;
import io.lumina.postgres.Migrations;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The database of a command: an external one, or the embedded one for as long as this is open. */
final class DatabaseSession implements AutoCloseable {
  private static final Consumer<String> TOLD =
      words -> System.err.println("lumina: " + Printable.of(words));

  private final Database database;
  private final Optional<EmbeddedServer> server;
  private final Interruption interruption;

  private DatabaseSession(Database database, Optional<EmbeddedServer> server) {
    this.database = database;
    this.server = server;
    this.interruption = Interruption.last(this::stop);
  }

  /** Opens the database that the options name, its schema current. */
  static DatabaseSession openMigrated(GlobalOptions options) {
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
  static DatabaseSession openReplaced(GlobalOptions options, Consumer<Path> aside) {
    return migrated(open(options, home -> EmbeddedServer.openOrReplace(home, aside, TOLD)));
  }

  /** Opens the database that the options name as it is. */
  static DatabaseSession open(GlobalOptions options) {
    return open(options, home -> EmbeddedServer.open(home, TOLD));
  }

  private static DatabaseSession open(
      GlobalOptions options, Function<Path, EmbeddedServer> embedded) {
    Optional<GlobalOptions.ExternalDatabase> external = options.externalDatabase();
    if (external.isPresent()) {
      GlobalOptions.ExternalDatabase named = external.get();
      ConnectionSettings settings =
          new ConnectionSettings(named.url(), named.user(), named.password());
      return new DatabaseSession(new Database(settings), Optional.empty());
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

  Database database() {
    return database;
  }

  /**
   * The same for questions of a person: of the embedded server as a role that may only read,
   * elsewhere as the user who was named.
   */
  Database reader() {
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
