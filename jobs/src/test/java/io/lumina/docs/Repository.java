package io.lumina.docs;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of the checkout that these tests run in. */
final class Repository {
  private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> NOT_OURS =
      Set.of(".git", ".idea", "target", "shared", "spark-warehouse", "metastore_db");

  private Repository() {}

  static Path path(String name) {
    return TOP.resolve(name);
  }

  static String text(String name) throws IOException {
    return Files.readString(path(name));
  }

  /** As people write it: from the top of the repository. */
  static String name(Path file) {
    return TOP.relativize(file).toString();
  }

  /** Its files, without what builds and editors leave, in order. */
  static List<Path> files() throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        TOP,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
            if (!NOT_OURS.contains(file.getFileName().toString())) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found.stream().sorted().toList();
  }

  /** The pages: what is written for people. */
  static List<Path> pages() throws IOException {
    return files().stream().filter(file -> file.toString().endsWith(".md")).toList();
  }
}
