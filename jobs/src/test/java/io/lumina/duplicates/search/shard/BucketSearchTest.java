package io.lumina.duplicates.search.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.duplicates.search.Oracle;
import io.lumina.duplicates.search.plan.Bands;
import io.lumina.duplicates.search.plan.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketSearchTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 8})
  void a_divided_bucket_finds_each_pair_once_with_fewer_comparisons(int threshold) {
    long[] hashes = bucket(threshold);
    Collected whole = search(hashes, threshold, Long.MAX_VALUE);
    Collected divided = search(hashes, threshold, 500);
    assertThat(divided.pairs).doesNotHaveDuplicates().hasSameElementsAs(whole.pairs);
    if (threshold <= 5) {
      assertThat(divided.compared).isLessThan(whole.compared / 2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 9})
  void two_divided_buckets_find_each_pair_once(int threshold) {
    long[] hashes = bucket(threshold);
    Bucket all = bucket(hashes);
    Bucket a = new Bucket(all.hash(), all.node(), 0, hashes.length / 3);
    Bucket b = new Bucket(all.hash(), all.node(), hashes.length / 3, hashes.length);
    Collected whole = new Collected();
    Level level = new Level(Bands.of(1, 1), 0, 64, null);
    new BucketSearch(threshold, whole, Long.MAX_VALUE).between(a, b, -1L, level);
    Collected divided = new Collected();
    new BucketSearch(threshold, divided, 500).between(a, b, -1L, level);
    assertThat(divided.pairs).doesNotHaveDuplicates().hasSameElementsAs(whole.pairs);
  }

  /** Hashes that share a third of their bits, some of them close to each other. */
  private static long[] bucket(int threshold) {
    SplittableRandom random = new SplittableRandom(threshold);
    long shared = Bands.of(3, 22).mask(0);
    long[] hashes = new long[3000];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] =
          i % 3 == 0
              ? random.nextLong() & ~shared
              : Oracle.flip(hashes[i - 1], i % (threshold + 3), random) & ~shared;
    }
    return Arrays.stream(hashes).distinct().toArray();
  }

  private static Collected search(long[] hashes, int threshold, long divideAbove) {
    Collected found = new Collected();
    new BucketSearch(threshold, found, divideAbove)
        .within(bucket(hashes), ~Bands.of(3, 22).mask(0), new Level(Bands.of(1, 1), 0, 64, null));
    return found;
  }

  private static Bucket bucket(long[] hashes) {
    int[] nodes = new int[hashes.length];
    Arrays.setAll(nodes, i -> i);
    return new Bucket(hashes, nodes, 0, hashes.length);
  }

  private static final class Collected implements BucketSearch.PairSink {
    private final List<List<Integer>> pairs = new ArrayList<>();
    private long compared;

    @Override
    public void compared(long count) {
      compared += count;
    }

    @Override
    public void near(int a, int b) {
      pairs.add(List.of(Math.min(a, b), Math.max(a, b)));
    }
  }
}
