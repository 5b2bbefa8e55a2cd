package io.lumina.duplicates.group;

import java.util.Locale;

/** What a member is to the primary of its group. */
public enum Relation {
  PRIMARY,
  EXACT,
  NEAR;

  /** The value in the members table. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
