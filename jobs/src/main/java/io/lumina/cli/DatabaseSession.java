package io.lumina.cli;

import io.lumina.job.ExitCode;
import io.lumina.job.LuminaException;
import io.lumina.postgres.ConnectionSettings;
import io.lumina.postgres.Database;
import io.lumina.postgres.EmbeddedServer;
import io.lumina.postgres.Migrations;
import java.util.Optional;

/** The database of a command: an external one, or the embedded one for as long as this is open. */
final class DatabaseSession implements AutoCloseable {
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
    DatabaseSession session = open(options);
    try {
      new Migrations(session.database).ensureCurrent();
      return session;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** Opens the database that the options name as it is. */
  static DatabaseSession open(GlobalOptions options) {
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
    EmbeddedServer server = EmbeddedServer.open(options.home().created().folder());
    return new DatabaseSession(new Database(server.settings()), Optional.of(server));
  }

  Database database() {
    return database;
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
