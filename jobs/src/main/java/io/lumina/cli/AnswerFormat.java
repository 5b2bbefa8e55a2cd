package io.lumina.cli;

/** How an answer is printed. */
enum AnswerFormat {
  /** For a person. */
  TEXT,
  /** For a program. */
  JSON;

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
