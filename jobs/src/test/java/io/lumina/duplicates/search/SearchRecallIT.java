package io.lumina.duplicates.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.duplicates.HashDistribution;
import io.lumina.duplicates.rule.HashFamily;
import io.lumina.duplicates.search.plan.BandPlan;
import io.lumina.duplicates.search.plan.BandPlanner;
import io.lumina.duplicates.search.plan.HashSample;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchRecallIT {
  private static final int COUNT = 100_000;

  /** Each pair is counted once and only if it is one, so equal counts mean that none is missing. */
  @ParameterizedTest
  @EnumSource(names = {"UNIFORM", "SKEW"})
  void a_hundred_thousand_hashes_give_every_pair_of_every_threshold(HashDistribution distribution) {
    long[] hashes = new long[COUNT];
    Arrays.setAll(
        hashes,
        i ->
            i < COUNT - COUNT / 20
                ? distribution.hash(1, i)
                : Oracle.flip(
                    distribution.hash(1, i / 2), i % 20, new java.util.SplittableRandom(i)));
    hashes = Arrays.stream(hashes).sorted().distinct().toArray();
    long[] pairs = pairsByDistance(hashes);
    long[] sampled = Arrays.stream(hashes).map(HashSample::mix).sorted().limit(1000).toArray();
    HashSample sample =
        new HashSample(hashes.length, Arrays.stream(sampled).map(HashSample::unmix).toArray());
    long expected = 0;
    for (int threshold = 0; threshold <= HashFamily.MAX_GUARANTEED; threshold++) {
      expected += pairs[threshold];
      BandPlan plan = BandPlanner.choose(threshold, threshold, sample);
      assertThat(LocalSearch.of(hashes, plan, threshold % 3).pairs())
          .as("%s %s", distribution, plan)
          .isEqualTo(expected);
    }
    assertThat(expected).isPositive();
  }

  private static long[] pairsByDistance(long[] hashes) {
    long[] pairs = new long[Long.SIZE + 1];
    for (int i = 0; i < hashes.length; i++) {
      long mine = hashes[i];
      for (int j = 0; j < i; j++) {
        pairs[Long.bitCount(mine ^ hashes[j])]++;
      }
    }
    return pairs;
  }
}
