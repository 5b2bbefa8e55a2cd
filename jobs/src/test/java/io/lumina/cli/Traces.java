package io.lumina.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What processes show to everybody, and what files hold: no password. */
final class Traces {
  private final Set<String> arguments = new LinkedHashSet<>();

  /** Reads the arguments of a process and of all that it started, as {@code ps} does. */
  void look(ProcessHandle process) {
    Stream.concat(Stream.of(process), process.descendants())
        .forEach(each -> arguments.add(arguments(each.pid())));
  }

  /** Those of all looks. */
  Set<String> arguments() {
    return arguments;
  }

  /** Files below a folder with a text in them, as bytes; not the jars of the build. */
  static List<Path> files(Path folder, String text) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        if (!path.toString().endsWith(".jar")
            && new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1).contains(text)) {
          found.add(path);
        }
      }
    }
    return found;
  }

  private static String arguments(long pid) {
    try {
      return Files.readString(Path.of("/proc", pid + "", "cmdline"), StandardCharsets.ISO_8859_1);
    } catch (IOException ended) {
      return "";
    }
  }
}
