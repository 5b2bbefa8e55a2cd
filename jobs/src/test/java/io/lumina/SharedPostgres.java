package io.lumina;

import io.lumina.postgres.ConnectionSettings;
import io.lumina.postgres.Database;
import io.lumina.postgres.Migrations;
import io.lumina.postgres.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;

/** One embedded server, with the current schema, for all tests of a JVM. */
public final class SharedPostgres {
  private static Database database;

  private SharedPostgres() {}

  /** The database; started on first use, gone with the JVM. */
  public static synchronized Database database() {
    if (database == null) {
      try {
        Path home = Files.createTempDirectory("lumina-postgres");
        EmbeddedServer server = EmbeddedServer.open(home);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, home)));
        database = new Database(server.settings());
        new Migrations(database).migrate();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    return database;
  }

  /**
   * A database of its own on the same server, empty: another machine's, to whoever is told its
   * address.
   */
  public static Database another(String name) {
    ConnectionSettings shared = database().settings();
    try (Connection connection = database().connect("test");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
    String url = shared.url().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
    return new Database(new ConnectionSettings(url, shared.user(), shared.password()));
  }

  private static void end(EmbeddedServer server, Path home) {
    server.close();
    try (Stream<Path> paths = Files.walk(home)) {
      paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
