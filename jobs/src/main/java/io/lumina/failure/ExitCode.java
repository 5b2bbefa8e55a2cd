package io.lumina.failure;

/** How the program ends; the numbers are a promise to schedulers. */
public enum ExitCode {
  SUCCESS(0),
  USAGE(1),
  UNEXPECTED(2),
  SOURCE_MISSING(3),
  SAFETY_GUARD(4),
  TEMPORARY(5),
  TOO_MANY_FAILURES(6),
  QUALITY_GATE(7),
  LOCKED(8);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
