package io.lumina.duplicates.search.plan;

import io.lumina.duplicates.rule.Evidence;
import io.lumina.duplicates.rule.PdqRule;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the words of PDQ are searched, as one plan for all of its bits.
 *
 * @param words the pass of each word that is searched
 */
public record PdqPlan(List<SearchPass> words) {

  public PdqPlan {
    words = words.stream().filter(pass -> pass.family().isWord()).toList();
  }

  /** Bits of difference that were asked for: what {@link PdqRule} gave to the words. */
  int threshold() {
    return words.stream().mapToInt(pass -> pass.plan().threshold() + 1).sum() - 1;
  }

  /**
   * Every pair that differs in at most so many bits is found: it is within one word's guarantee.
   */
  int guarantee() {
    return words.stream()
            .mapToInt(pass -> Math.min(pass.plan().guarantee(), pass.plan().threshold()) + 1)
            .sum()
        - 1;
  }

  /** A sentence for the report. */
  public String sentence() {
    String plan =
        "pdq: %s of %d bits with %s"
            .formatted(
                BandPlan.some(bands(), "band"),
                Evidence.PDQ_BITS,
                BandPlan.some(sameFlips() ? flips(1) : flips(words.size()), "flip"));
    return guarantee() >= threshold()
        ? "%s find every pair up to %d bits".formatted(plan, guarantee())
        : "%s find every pair up to %d bits, but only some of those up to %d (best effort)"
            .formatted(plan, guarantee(), threshold());
  }

  /** The sum where all words are searched alike, else one number a word. */
  private String bands() {
    if (words.stream().map(pass -> pass.plan().bands()).distinct().count() == 1) {
      return String.valueOf(words.stream().mapToInt(pass -> pass.plan().bands()).sum());
    }
    return words.stream()
        .map(pass -> String.valueOf(pass.plan().bands()))
        .collect(Collectors.joining("+"));
  }

  private boolean sameFlips() {
    return words.stream().map(pass -> pass.plan().flips()).distinct().count() == 1;
  }

  private String flips(int count) {
    return words.stream()
        .limit(count)
        .map(pass -> String.valueOf(pass.plan().flips()))
        .collect(Collectors.joining(", "));
  }
}
