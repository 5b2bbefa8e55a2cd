package io.lumina.act.plan;

import java.util.Locale;

/** What a plan is for. */
public enum PlanKind {
  ORGANIZE,
  IMPORT,
  RESOLVE,
  CONSOLIDATE,
  RESTORE;

  /** The value in {@code plans.kind}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PlanKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
