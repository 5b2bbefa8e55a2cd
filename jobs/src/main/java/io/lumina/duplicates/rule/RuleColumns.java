package io.lumina.duplicates.rule;

/** Columns of a file that a rule looks at beside its hashes. */
public final class RuleColumns {
  /** Pixels of the shorter side. */
  public static final String SHORT_SIDE = "short_side";

  /** Seconds that an animation runs once through; null for a still. */
  public static final String RUNS = "runs";

  /** {@link Facts}, packed. */
  public static final String FACTS = "facts";

  /** {@link Moment} of capture, packed. */
  public static final String MOMENT = "moment";

  private RuleColumns() {}
}
