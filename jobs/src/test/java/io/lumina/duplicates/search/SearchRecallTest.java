package io.lumina.duplicates.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.duplicates.HashDistribution;
import io.lumina.duplicates.search.plan.BandPlan;
import io.lumina.duplicates.search.plan.BandPlanner;
import io.lumina.duplicates.search.plan.HashSample;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchRecallTest {
  private static final int COUNT = 1500;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  void every_plan_finds_each_pair_of_its_threshold_exactly_once(int threshold) {
    for (HashDistribution distribution : List.of(HashDistribution.UNIFORM, HashDistribution.SKEW)) {
      long[] hashes = Oracle.hashes(distribution, COUNT, threshold + 2, threshold);
      List<long[]> pairs = Oracle.pairs(hashes, threshold);
      HashSample sample = new HashSample(hashes.length, java.util.Arrays.copyOf(hashes, 200));
      for (BandPlan plan : BandPlanner.candidates(threshold, threshold, sample)) {
        assertThat(plan.exact()).isTrue();
        if (plan.flips() > 3) {
          continue;
        }
        LocalSearch found = LocalSearch.of(hashes, plan, plan.bands() > 8 ? 0 : 1);
        assertThat(found.pairs()).as("%s %s", distribution, plan).isEqualTo(pairs.size());
        assertThat(found.components())
            .as("%s %s", distribution, plan)
            .containsAllEntriesOf(LocalSearch.components(pairs));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void any_number_of_shards_finds_the_same(int prefixBits) {
    long[] hashes = Oracle.hashes(HashDistribution.SKEW, COUNT, 7, prefixBits);
    List<long[]> pairs = Oracle.pairs(hashes, 5);
    for (int flips = 0; flips <= 2; flips++) {
      BandPlan plan = new BandPlan(5 / (flips + 1) + 1, flips, 5, 0);
      LocalSearch found = LocalSearch.of(hashes, plan, prefixBits);
      assertThat(found.pairs()).as(plan.toString()).isEqualTo(pairs.size());
      assertThat(found.components()).containsAllEntriesOf(LocalSearch.components(pairs));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"EQUAL"})
  void equal_hashes_leave_one_link_each(HashDistribution distribution) {
    long[] hashes = new long[100_000];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = distribution.hash(1, i);
    }
    LocalSearch found = LocalSearch.of(hashes, new BandPlan(3, 1, 5, 0), 2);
    assertThat(found.candidates()).isZero();
    assertThat(found.links()).hasSizeLessThan(hashes.length);
    assertThat(found.components()).containsExactly(java.util.Map.entry(hashes[0], hashes[0]));
  }

  @ParameterizedTest
  @CsvSource({"4,0", "6,0", "3,1", "2,2", "1,5"})
  void a_plan_misses_only_what_lies_beyond_its_guarantee(int bands, int flips) {
    BandPlan plan = new BandPlan(bands, flips, 12, 0);
    java.util.SplittableRandom random = new java.util.SplittableRandom(bands);
    int missed = 0;
    for (int distance = 0; distance <= 12; distance++) {
      for (int trial = 0; trial < 200; trial++) {
        long hash = random.nextLong();
        long other = Oracle.flip(hash, distance, random);
        boolean found = LocalSearch.of(new long[] {hash, other}, plan, 1).components().size() > 0;
        if (distance <= plan.guarantee()) {
          assertThat(found).as("distance %d with %s", distance, plan).isTrue();
        } else if (!found) {
          missed++;
        }
      }
    }
    assertThat(missed).isPositive();
  }
}
