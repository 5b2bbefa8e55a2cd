package io.lumina.duplicates;

import java.util.List;
import java.util.Optional;

/**
 * What the rule says of two pictures, clause by clause.
 *
 * @param sameBytes whether their checksums are equal
 * @param distances of their hashes, where both have any
 * @param finders one for each hash that the rule searches by: one that holds makes a candidate
 * @param conditions that a candidate must meet, all of them
 * @param near whether the rule accepts them as near
 */
public record Verdict(
    boolean sameBytes,
    Optional<HashDistances> distances,
    List<Clause> finders,
    List<Clause> conditions,
    boolean near) {

  public Verdict {
    finders = List.copyOf(finders);
    conditions = List.copyOf(conditions);
  }

  /** Whether the two may be in one group, if nothing else stands between them. */
  public boolean accepted() {
    return sameBytes || near;
  }

  /** Whether nothing but the clocks of two alike pictures tells them apart. */
  public boolean differsByClockOnly() {
    return !accepted()
        && finders.stream().anyMatch(Clause::holds)
        && conditions.stream()
            .filter(clause -> !clause.holds())
            .map(Clause::name)
            .toList()
            .equals(List.of(Clause.SECONDS_APART));
  }
}
