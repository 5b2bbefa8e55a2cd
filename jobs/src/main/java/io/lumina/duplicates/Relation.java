package io.lumina.duplicates;

import java.util.Locale;

/** What a member is to the primary of its group. */
enum Relation {
  PRIMARY,
  EXACT,
  NEAR;

  /** The value in the members table. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
