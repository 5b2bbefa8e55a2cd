package io.lumina.backup;

import java.io.IOException;

/** A file is no backup, or not all of one. Its message says why, as a clause. */
final class DamagedBackupException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedBackupException(String why) {
    super(why);
  }

  DamagedBackupException(String why, Throwable cause) {
    super(why, cause);
  }
}
