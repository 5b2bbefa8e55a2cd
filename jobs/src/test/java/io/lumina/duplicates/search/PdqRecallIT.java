package io.lumina.duplicates.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.duplicates.HashDistribution;
import io.lumina.duplicates.rule.PdqRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class PdqRecallIT {

  @Test
  void twenty_thousand_pdq_hashes_give_every_pair_of_sampled_thresholds() {
    PdqLibrary library = new PdqLibrary(HashDistribution.UNIFORM, 20_000, 84, 8);
    List<PdqLibrary.Pair> all = library.pairs(PdqRule.MAX_GUARANTEED);
    assertThat(all).hasSizeGreaterThan(2 * PdqRule.MAX_GUARANTEED);
    for (int threshold : new int[] {0, 3, 16, 31, 32, 48, 63, 80}) {
      PdqSearchTest.check(library, all, threshold, 1);
    }
  }
}
