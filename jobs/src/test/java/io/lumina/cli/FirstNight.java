package io.lumina.cli;

import io.lumina.SharedSpark;
import io.lumina.postgres.Ask;
import io.lumina.postgres.Database;
import io.lumina.postgres.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A small library of real photos after its first night, for all tests of a JVM; each leaves it as
 * it was.
 *
 * @param photos the source directory
 * @param home of the program, with its server running
 * @param database its database
 * @param ended what the night printed
 * @param sourceReadOnly whether nothing could have been written to the photos during that night
 */
record FirstNight(
    Path photos, Path home, Database database, Cli.Ended ended, boolean sourceReadOnly) {
  private static FirstNight shared;

  /** The library; made on first use, gone with the JVM. */
  static synchronized FirstNight shared() {
    if (shared == null) {
      try {
        shared = create(Files.createTempDirectory("lumina-night"));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    return shared;
  }

  Ask ask() {
    return new Ask(database);
  }

  private static FirstNight create(Path folder) throws IOException {
    SharedSpark.session();
    Path photos = PhotoFolder.create(folder.resolve("Holiday 2019"));
    Path home = folder.resolve("home");
    EmbeddedServer server = EmbeddedServer.open(home);
    ReadOnlyMount source = ReadOnlyMount.over(photos);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, source, folder)));
    try {
      Cli.Ended ended = Cli.run(PhotoFolder.night(photos, "--home", home.toString()));
      Database database = new Database(server.settings());
      return new FirstNight(photos, home, database, ended, source.isMounted());
    } finally {
      source.close();
    }
  }

  private static void end(EmbeddedServer server, ReadOnlyMount source, Path folder) {
    server.close();
    try {
      source.close();
      try (Stream<Path> paths = Files.walk(folder)) {
        paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
