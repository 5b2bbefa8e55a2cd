package io.lumina.act.file;

import java.util.Optional;

/**
 * How far one operation of a unit is.
 *
 * @param isAtTarget whether the file is there under its new name
 * @param isSourceLeft whether it is also where it came from
 * @param source what its source said when it was looked at last; nothing when that is gone
 * @param target what its target said when it was placed; nothing when the source is gone or it is
 *     not placed
 */
record Placed(
    boolean isAtTarget,
    boolean isSourceLeft,
    Optional<FileStamp> source,
    Optional<FileStamp> target) {
  static Placed not(FileStamp source) {
    return new Placed(false, true, Optional.of(source), Optional.empty());
  }

  static Placed beside(FileStamp source, FileStamp target) {
    return new Placed(true, true, Optional.of(source), Optional.of(target));
  }

  static Placed instead() {
    return new Placed(true, false, Optional.empty(), Optional.empty());
  }
}
