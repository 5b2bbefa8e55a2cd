package io.lumina.cli;

import io.lumina.duplicates.Verdict;
import java.util.List;

/**
 * Another picture beside the one that is explained.
 *
 * @param image the other one
 * @param verdict of the rule
 * @param together whether both are in one group
 * @param reasons what else there is to say: one sentence each
 */
record Neighbour(ImageFacts image, Verdict verdict, boolean together, List<String> reasons) {
  Neighbour {
    reasons = List.copyOf(reasons);
  }

  /** Whether somebody who looks at both would ask why they are not in one group. */
  boolean isAlike() {
    return verdict.accepted() || verdict.differsByClockOnly();
  }
}
