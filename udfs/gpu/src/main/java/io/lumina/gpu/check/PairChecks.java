package io.lumina.gpu.check;

import io.lumina.hash.HashRun;
import io.lumina.hash.PairSearch;
import io.lumina.hash.PlainPairs;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;

/** Whether a search finds the pairs that two loops find. */
final class PairChecks {
  private final PairSearch search;
  private final int hashes;

  /**
   * @param hashes how many the largest comparison with two loops has
   */
  PairChecks(PairSearch search, int hashes) {
    this.search = search;
    this.hashes = hashes;
  }

  void run(Findings findings) {
    within(findings, hashes, 1, 5);
    within(findings, Math.min(hashes, 2_000), 1, 32);
    within(findings, hashes / 4, 4, 31);
    within(findings, hashes / 4, 4, 80);
    findings.check("pairs of two runs of 64-bit hashes", this::between);
    findings.check("equal hashes: more pairs than fit at a time", this::equal);
  }

  private void within(Findings findings, int count, int width, int threshold) {
    String what =
        "pairs of %,d %d-bit hashes within %d".formatted(count, Long.SIZE * width, threshold);
    HashRun run = RandomHashes.of(count, width, count + threshold);
    findings.check(what, () -> compare((by, sink) -> by.within(run, threshold, sink)));
  }

  private Optional<String> between() {
    HashRun all = RandomHashes.of(hashes, 1, 3);
    HashRun a = HashRun.of(Arrays.copyOf(all.words(), hashes / 3));
    HashRun b = HashRun.of(Arrays.copyOfRange(all.words(), hashes / 3, hashes));
    return compare((by, sink) -> by.between(a, b, 7, sink));
  }

  private Optional<String> equal() {
    int count = 4_000;
    long[] told = new long[1];
    search.within(HashRun.of(new long[count]), 0, (a, b) -> told[0]++);
    long expected = (long) count * (count - 1) / 2;
    return told[0] == expected
        ? Optional.empty()
        : Optional.of("%d pairs, not %d".formatted(told[0], expected));
  }

  private interface Looking {
    void look(PairSearch by, PairSearch.PairSink sink);
  }

  private Optional<String> compare(Looking looking) {
    long[] expected = pairs(new PlainPairs(), looking);
    long[] found = pairs(search, looking);
    return Arrays.equals(found, expected)
        ? Optional.empty()
        : Optional.of("%d pairs found, %d there".formatted(found.length, expected.length));
  }

  private static long[] pairs(PairSearch by, Looking looking) {
    LongStream.Builder pairs = LongStream.builder();
    looking.look(by, (a, b) -> pairs.add((long) a << Integer.SIZE | b));
    return pairs.build().sorted().toArray();
  }
}
