package io.lumina.act.file;

import java.util.Locale;

/** What an operation does with a file. */
public enum OperationKind {
  /** A second file with the same bytes; the source stays. */
  COPY,
  /** The file is at the target and no longer at the source. */
  MOVE,
  /** A move into the trash of its source directory. */
  TRASH,
  /** A move out of the trash. */
  RESTORE,
  /** Takes a copy away that an earlier operation made; only an undo does it. */
  UNCOPY;

  /** The value in {@code plan_operations.kind}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a word. */
  public static OperationKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  boolean isMove() {
    return this == MOVE || this == TRASH || this == RESTORE;
  }
}
