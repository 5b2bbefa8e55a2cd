package io.lumina.act.plan;

import java.util.Locale;

/** How far a plan is. */
public enum PlanState {
  PLANNED,
  /** Under way, or cut short: an apply goes on. */
  APPLYING,
  APPLIED,
  /** Some of its operations failed, or were taken back. */
  PARTLY_APPLIED,
  UNDONE,
  DISCARDED;

  /** The value in {@code plans.state}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static PlanState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }
}
