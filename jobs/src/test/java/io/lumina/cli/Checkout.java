package io.lumina.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scripts and the configuration in a folder of their own, where nothing is built. */
final class Checkout {
  private final Path top;

  /**
   * Copies them.
   *
   * @param top a folder that is not there yet
   */
  Checkout(Path top) throws IOException {
    this.top = top;
    Path repository = Launcher.script("lumina").getParent().getParent();
    for (String each : List.of("scripts", "conf", "pom.xml")) {
      try (Stream<Path> paths = Files.walk(repository.resolve(each))) {
        for (Path path : paths.toList()) {
          Path copy = top.resolve(repository.relativize(path).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(path, copy);
        }
      }
    }
  }

  /** A file or folder in it. */
  Path path(String name) {
    return top.resolve(name);
  }

  /** Empty files, for what a build would make. */
  Checkout built(String... names) throws IOException {
    for (String name : names) {
      empty(path(name));
    }
    return this;
  }

  /** An empty file, with its folder. */
  static Path empty(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "");
  }

  /** A program that stands for another one. */
  static Path program(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/bash\n" + script + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made a program");
    }
    return file;
  }

  /** The words of a line as a shell understands them. */
  static List<String> words(String line) {
    try {
      Process shell = new ProcessBuilder("bash", "-c", "printf '%s\\n' " + line).start();
      return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
