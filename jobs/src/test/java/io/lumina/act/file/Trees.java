package io.lumina.act.file;

import io.lumina.hash.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that can be told of the files below a folder. */
public final class Trees {
  private Trees() {}

  /** Name, kind, size, content, time, permissions and attributes of all that is there. */
  public static List<String> exactly(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.sorted().map(path -> line(root, path)).toList();
    }
  }

  /** How often each content lies below these folders. */
  public static Map<String, Long> contents(Path... roots) throws IOException {
    Map<String, Long> contents = new TreeMap<>();
    for (Path root : roots) {
      if (!Files.exists(root)) {
        continue;
      }
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(Files::isRegularFile)
            .filter(file -> !file.getFileName().toString().startsWith(".partial-"))
            .map(Trees::sha256)
            .collect(Collectors.groupingBy(sha -> sha, Collectors.counting()))
            .forEach((sha, count) -> contents.merge(sha, count, Long::sum));
      }
    }
    return contents;
  }

  static List<Path> partials(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> path.getFileName().toString().startsWith(".partial-")).toList();
    }
  }

  public static String sha256(Path file) {
    try (var bytes = Files.newInputStream(file)) {
      return Sha256.of(bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String line(Path root, Path path) {
    try {
      String common =
          "%s %s %s"
              .formatted(
                  root.relativize(path),
                  Files.getLastModifiedTime(path),
                  PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
      return Files.isDirectory(path)
          ? common + " folder"
          : common + " " + Files.size(path) + " " + sha256(path) + " " + attributes(path);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, String> attributes(Path path) throws IOException {
    Map<String, String> attributes = new TreeMap<>();
    UserDefinedFileAttributeView view =
        Files.getFileAttributeView(path, UserDefinedFileAttributeView.class);
    for (String name : view.list()) {
      ByteBuffer value = ByteBuffer.allocate(view.size(name));
      view.read(name, value);
      attributes.put(name, StandardCharsets.UTF_8.decode(value.flip()).toString());
    }
    return attributes;
  }
}
