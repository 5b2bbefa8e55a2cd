package io.lumina.act.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * What one look at a file says; two looks that say the same saw the same bytes.
 *
 * @param isRegular whether it is a file and neither a folder nor a link
 * @param size in bytes
 * @param modified as fine as the file system knows it
 * @param key device and inode where there are such, else empty
 */
record FileStamp(boolean isRegular, long size, FileTime modified, String key) {

  /** The file at a path; nothing when there is none. */
  static Optional<FileStamp> of(Path path) throws IOException {
    try {
      BasicFileAttributes now =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return Optional.of(
          new FileStamp(
              now.isRegularFile(),
              now.size(),
              now.lastModifiedTime(),
              Objects.toString(now.fileKey(), "")));
    } catch (NoSuchFileException | NotDirectoryException none) {
      return Optional.empty();
    }
  }

  /**
   * The source of an operation.
   *
   * @throws Refused when it is not as it was planned
   */
  static FileStamp ofSource(Operation operation) throws IOException {
    Path source = operation.source();
    FileStamp now = of(source).orElseThrow(() -> Refused.at(source, "is not there any more"));
    if (!now.isRegular) {
      throw Refused.at(source, "is no regular file any more");
    }
    if (now.size != operation.size()) {
      throw Refused.at(
          source, "has %d bytes, not %d as planned".formatted(now.size, operation.size()));
    }
    // A copy on a file system with coarse times is told by its content before it goes.
    if (operation.kind() != OperationKind.UNCOPY
        && !now.modified.toInstant().truncatedTo(ChronoUnit.MILLIS).equals(operation.modified())) {
      throw Refused.at(
          source,
          "was modified at %s, not at %s as planned".formatted(now.modified, operation.modified()));
    }
    return now;
  }

  /** Whether both are one file with several names. */
  boolean isSameFile(FileStamp other) {
    return !key.isEmpty() && key.equals(other.key);
  }
}
