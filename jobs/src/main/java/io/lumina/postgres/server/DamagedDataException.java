package io.lumina.postgres.server;

import java.io.IOException;

/** The data directory is no database any more. Its message says why, as a clause. */
final class DamagedDataException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedDataException(String why) {
    super(why);
  }
}
