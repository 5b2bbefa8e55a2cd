package io.lumina.gpu.check;

import io.lumina.gpu.luma.ByteRows;
import io.lumina.gpu.luma.DistanceEngine;
import io.lumina.gpu.luma.HashPairs;
import io.lumina.gpu.luma.PlainDistances;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/** Whether an engine counts the bits that {@link io.lumina.hash.Hamming} counts. */
final class HammingChecks {
  private final DistanceEngine engine;
  private final int pairs;

  /**
   * @param pairs how many of each kind
   */
  HammingChecks(DistanceEngine engine, int pairs) {
    this.engine = engine;
    this.pairs = pairs;
  }

  void run(Findings findings) {
    findings.check("distances of %,d pairs of 64-bit hashes".formatted(pairs), this::longs);
    findings.check(
        "distances of %,d pairs of 0 to 40 bytes, nulls among them".formatted(pairs),
        () -> compare(HashPairs.random(1, pairs)));
    findings.check("distances to nulls only", () -> compare(HashPairs.ofNulls(70)));
    findings.check("hashes of two lengths are refused as on the CPU", this::twoLengths);
    findings.check("distances after a refusal", () -> compare(HashPairs.random(2, 100)));
  }

  private Optional<String> longs() {
    SplittableRandom random = new SplittableRandom(pairs);
    long[] a = random.longs(pairs).toArray();
    // From equal hashes to those that differ in every bit.
    long[] b = a.clone();
    Arrays.setAll(b, row -> a[row] ^ random.nextLong() >>> row % 65 / 2 << row % 65 / 2);
    a[0] = b[0] = 0;
    a[pairs - 1] = -1;
    b[pairs - 1] = 0;
    int[] expected = new PlainDistances().distances(a, b);
    int row = Arrays.mismatch(engine.distances(a, b), expected);
    return row < 0
        ? Optional.empty()
        : Optional.of("row %d: not %d bits".formatted(row, expected[row]));
  }

  private Optional<String> compare(HashPairs cases) {
    ByteRows a = ByteRows.of(cases.a());
    ByteRows b = ByteRows.of(cases.b());
    return engine.distances(a, b).firstDifference(new PlainDistances().distances(a, b));
  }

  private Optional<String> twoLengths() {
    HashPairs cases = HashPairs.broken(3, 100, 70);
    String expected = refusal(new PlainDistances(), cases);
    String said = refusal(engine, cases);
    return said.equals(expected) ? Optional.empty() : Optional.of(said + ", not " + expected);
  }

  private static String refusal(DistanceEngine engine, HashPairs cases) {
    try {
      engine.distances(ByteRows.of(cases.a()), ByteRows.of(cases.b()));
      return "an answer";
    } catch (IllegalArgumentException refused) {
      return refused.getMessage();
    }
  }
}
