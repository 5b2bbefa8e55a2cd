package io.lumina.failure;

import java.util.Objects;

/** Something the user can mend: shown as one line, with its exit code and no stack trace. */
public final class LuminaException extends RuntimeException {
  private final ExitCode exit;

  public LuminaException(ExitCode exit, String message) {
    this(exit, message, null);
  }

  public LuminaException(ExitCode exit, String message, Throwable cause) {
    super(Objects.requireNonNull(message, "message"), cause);
    this.exit = Objects.requireNonNull(exit, "exit");
  }

  public ExitCode exit() {
    return exit;
  }
}
