package io.lumina.duplicates;

/**
 * One thing that a rule looks at in a pair: it holds when the measure is at most the limit.
 *
 * @param name what is measured, for a person
 * @param measured bits of difference, or how many times the larger the smaller
 * @param limit in the same unit
 */
public record Clause(String name, double measured, double limit) {
  /** Of the clause about moments of capture. */
  public static final String SECONDS_APART = "seconds apart";

  /** Whether it speaks for the pair. */
  public boolean holds() {
    return measured <= limit;
  }
}
