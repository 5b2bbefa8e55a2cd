package io.lumina;

import io.lumina.postgres.Database;
import io.lumina.postgres.EmbeddedServer;
import io.lumina.postgres.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static void end(EmbeddedServer server, Path home) {
    server.close();
    try (Stream<Path> paths = Files.walk(home)) {
      paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
