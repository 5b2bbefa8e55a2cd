package io.lumina.duplicates.rule;

import java.util.Locale;

/** How one picture became another that shows the same; of two that hold the first is told. */
public enum VariantKind {
  /** It lies another way, or is mirrored. */
  TURNED,
  /** It has a border of one colour, which the other has not. */
  FRAMED,
  /** Something was written on it or pasted into it. */
  CAPTIONED;

  /** The value in tables. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
