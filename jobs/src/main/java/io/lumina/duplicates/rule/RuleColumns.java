package io.lumina.duplicates.rule;

/** Columns of a file that a rule looks at beside its hashes. */
public final class RuleColumns {
  /** Pixels of the shorter side. */
  public static final String SHORT_SIDE = "short_side";

  /** Whether a picture moves: it is known how long it runs. */
  public static final String ANIMATED = "animated";

  /** {@link Facts}, packed. */
  public static final String FACTS = "facts";

  /** {@link Moment} of capture, packed. */
  public static final String MOMENT = "moment";

  private RuleColumns() {}
}
