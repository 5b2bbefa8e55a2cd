package io.lumina.act.file;

/**
 * How far one operation of a unit is.
 *
 * @param isAtTarget whether the file is there under its new name
 * @param isSourceLeft whether it is also where it came from
 * @param source what its source said when it was looked at last; null when that is gone
 */
record Placed(boolean isAtTarget, boolean isSourceLeft, FileStamp source) {
  static Placed not(FileStamp source) {
    return new Placed(false, true, source);
  }

  static Placed beside(FileStamp source) {
    return new Placed(true, true, source);
  }

  static Placed instead() {
    return new Placed(true, false, null);
  }
}
