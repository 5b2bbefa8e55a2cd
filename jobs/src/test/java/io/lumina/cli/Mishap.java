package io.lumina.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/** What may happen to a picture after it was listed and before it is read. */
enum Mishap {
  NONE(Set.of()),
  DELETED(Set.of("vanished")),
  TRUNCATED(Set.of("changed_while_reading")),
  GROWN(Set.of("changed_while_reading")),
  /** Other bytes of the same length. */
  REPLACED(Set.of("changed_while_reading")),
  TOUCHED(Set.of("changed_while_reading")),
  FORBIDDEN(Set.of("unreadable")),
  LOST_LINK(Set.of("vanished"));

  private static final long LATER_MILLIS = 90_061_007;

  private final Set<String> reasons;

  Mishap(Set<String> reasons) {
    this.reasons = reasons;
  }

  /** Codes that the row may have for it; none for a file that is as it was. */
  Set<String> reasons() {
    return reasons;
  }

  /** Lets it happen. */
  void befall(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    FileTime later = FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() + LATER_MILLIS);
    switch (this) {
      case NONE -> {}
      case DELETED -> Files.delete(file);
      case TRUNCATED -> Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
      case GROWN -> Files.write(file, new byte[100], StandardOpenOption.APPEND);
      case REPLACED -> {
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, later);
      }
      case TOUCHED -> Files.setLastModifiedTime(file, later);
      case FORBIDDEN -> forbid(file);
      case LOST_LINK -> {
        Files.delete(file);
        Files.createSymbolicLink(file, file.resolveSibling("nowhere"));
      }
    }
  }

  /** Undoes what keeps a file from being read at all. */
  void mend(Path file, byte[] original) throws IOException {
    if (this == DELETED || this == FORBIDDEN || this == LOST_LINK) {
      Files.deleteIfExists(file);
      Files.write(file, original);
    }
  }

  /** Nothing is forbidden to root, who gets a folder in its place. */
  private static void forbid(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    if (Files.isReadable(file)) {
      Files.delete(file);
      Files.createDirectory(file);
    }
  }
}
