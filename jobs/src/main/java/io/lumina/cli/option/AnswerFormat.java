package io.lumina.cli.option;

/** How an answer is printed. */
public enum AnswerFormat {
  /** For a person. */
  TEXT,
  /** For a program. */
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
