package io.lumina.gpu.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.hash.HashRun;
import io.lumina.hash.PairSearch;
import io.lumina.hash.PlainPairs;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every search of all pairs must find: what two loops find. */
abstract class PairContract {
  /** The search under test. */
  abstract PairSearch search() throws Exception;

  /** Random hashes, some of them a few bits from an earlier one. */
  private static HashRun hashes(long seed, int count, int width) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] words = LongStream.generate(random::nextLong).limit((long) count * width).toArray();
    for (int i = 1; i < count; i++) {
      if (random.nextInt(4) == 0) {
        System.arraycopy(words, random.nextInt(i) * width, words, i * width, width);
        for (int flips = random.nextInt(12 * width); flips > 0; flips--) {
          words[i * width + random.nextInt(width)] ^= 1L << random.nextInt(64);
        }
      }
    }
    return new HashRun(words, width);
  }

  private interface Looking {
    void look(PairSearch search, PairSearch.PairSink sink);
  }

  private static long[] pairs(PairSearch search, Looking looking) {
    LongStream.Builder pairs = LongStream.builder();
    looking.look(search, (a, b) -> pairs.add((long) a << 32 | b));
    long[] sorted = pairs.build().toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private void check(Looking looking) throws Exception {
    long[] expected = pairs(new PlainPairs(), looking);
    assertThat(pairs(search(), looking)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 1", "2, 5, 1", "127, 5, 1", "128, 5, 1", "1025, 0, 1", "5000, 5, 1", "5000, 12, 1",
    "300, 32, 1", "100, 64, 1", "1, 31, 4", "129, 31, 4", "3000, 31, 4", "3000, 80, 4", "70, 256, 4"
  })
  void every_pair_of_one_run_once(int count, int threshold, int width) throws Exception {
    HashRun run = hashes(count + threshold, count, width);
    check((search, sink) -> search.within(run, threshold, sink));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 5, 1",
    "1, 5000, 12, 1",
    "5000, 1, 12, 1",
    "1500, 4100, 5, 1",
    "257, 300, 31, 4",
    "2000, 1000, 80, 4"
  })
  void every_pair_of_two_runs(int left, int right, int threshold, int width) throws Exception {
    HashRun all = hashes(left + right, left + right, width);
    HashRun a = new HashRun(Arrays.copyOf(all.words(), left * width), width);
    HashRun b =
        new HashRun(Arrays.copyOfRange(all.words(), left * width, all.words().length), width);
    check((search, sink) -> search.between(a, b, threshold, sink));
  }

  @Test
  void equal_hashes_are_all_pairs_of_each_other() throws Exception {
    HashRun run = HashRun.of(new long[500]);
    assertThat(pairs(search(), (search, sink) -> search.within(run, 0, sink)))
        .hasSize(500 * 499 / 2)
        .doesNotHaveDuplicates();
  }

  @Test
  void every_distance_is_near_up_to_the_threshold_and_not_above() throws Exception {
    long[] hashes =
        LongStream.rangeClosed(0, 64).map(bits -> bits == 64 ? -1 : (1L << bits) - 1).toArray();
    for (int threshold = 0; threshold <= 64; threshold++) {
      int within = threshold;
      check((search, sink) -> search.within(HashRun.of(hashes), within, sink));
    }
  }
}
