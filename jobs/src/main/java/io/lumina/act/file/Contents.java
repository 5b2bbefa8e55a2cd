package io.lumina.act.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Asks a disk whether a file holds a content. */
public final class Contents {
  private Contents() {}

  /** Whether these bytes lie at a path now, read past the page cache where that is possible. */
  public static boolean is(Path path, String sha256, long size) throws IOException {
    Optional<FileStamp> there = FileStamp.of(path);
    return there.isPresent()
        && there.get().isRegular()
        && there.get().size() == size
        && CheckedRead.sha256(path).equals(sha256);
  }
}
