package io.lumina.duplicates.search.shard;

import io.lumina.duplicates.search.plan.Bands;
import io.lumina.duplicates.search.plan.KeyTable;
import io.lumina.duplicates.search.plan.Level;

/**
 * Compares what shares a bucket. A bucket with too many pairs is divided once more by the bits that
 * its members do not share yet, so that nothing is cut off and nothing is quadratic.
 */
final class BucketSearch {
  /** Comparisons that are cheaper than dividing. */
  static final long DIVIDE_ABOVE = 1L << 20;

  private static final int INNER_FLIPS = 1;

  /** The share of its pairs that a divided bucket may still compare to be worth the dividing. */
  private static final double WORTH_SHARE = 0.25;

  private final int threshold;
  private final PairSink sink;
  private final long divideAbove;

  BucketSearch(int threshold, PairSink sink) {
    this(threshold, sink, DIVIDE_ABOVE);
  }

  BucketSearch(int threshold, PairSink sink, long divideAbove) {
    this.threshold = threshold;
    this.sink = sink;
    this.divideAbove = divideAbove;
  }

  /**
   * All pairs inside a bucket.
   *
   * @param open bits in which members may differ
   */
  void within(Bucket bucket, long open, Level level) {
    long pairs = (long) bucket.size() * (bucket.size() - 1) / 2;
    int count = bands(open, pairs);
    if (count == 0) {
      compareAll(bucket, level);
      return;
    }
    Bands inner = Bands.within(open, count, usefulBits(bucket.size()));
    for (int band = 0; band < count; band++) {
      KeyTable table = bucket.table(inner, band);
      Bucket sorted = bucket.inOrderOf(table);
      Level below = new Level(inner, band, INNER_FLIPS, level);
      long rest = open & ~inner.keyMask(band);
      for (int key = 0; key < table.keys(); key++) {
        Bucket part = sorted.part(table, key);
        if (part.size() == 0) {
          continue;
        }
        within(part, rest, below);
        for (int ones = key; ones != 0; ones &= ones - 1) {
          between(part, sorted.part(table, key ^ Integer.lowestOneBit(ones)), rest, below);
        }
      }
    }
  }

  /**
   * All pairs between two buckets.
   *
   * @param open bits in which members may differ
   */
  void between(Bucket a, Bucket b, long open, Level level) {
    long pairs = (long) a.size() * b.size();
    int count = bands(open, pairs);
    if (count == 0) {
      compareAll(a, b, level);
      return;
    }
    Bands inner = Bands.within(open, count, usefulBits(Math.max(a.size(), b.size())));
    for (int band = 0; band < count; band++) {
      KeyTable tableA = a.table(inner, band);
      KeyTable tableB = b.table(inner, band);
      Bucket sortedA = a.inOrderOf(tableA);
      Bucket sortedB = b.inOrderOf(tableB);
      Level below = new Level(inner, band, INNER_FLIPS, level);
      long rest = open & ~inner.keyMask(band);
      for (int key = 0; key < tableA.keys(); key++) {
        Bucket part = sortedA.part(tableA, key);
        if (part.size() == 0) {
          continue;
        }
        between(part, sortedB.part(tableB, key), rest, below);
        for (int bit = 0; bit < inner.keyBits(band); bit++) {
          between(part, sortedB.part(tableB, key ^ 1 << bit), rest, below);
        }
      }
    }
  }

  /** How many bands over the open bits miss nothing; 0 where comparing is better. */
  private int bands(long open, long pairs) {
    if (pairs <= divideAbove) {
      return 0;
    }
    int count = threshold / (INNER_FLIPS + 1) + 1;
    int bits = Math.min(Long.bitCount(open) / count, Bands.MAX_KEY_BITS);
    double share = count * (1.0 + bits) / (1L << bits);
    return share <= WORTH_SHARE ? count : 0;
  }

  private static int usefulBits(int size) {
    return KeyTable.usefulBits(Bands.MAX_KEY_BITS, size);
  }

  private void compareAll(Bucket bucket, Level level) {
    long[] hash = bucket.hash();
    int to = bucket.to();
    sink.compared((long) bucket.size() * (bucket.size() - 1) / 2);
    for (int i = bucket.from(); i < to; i++) {
      long mine = hash[i];
      for (int j = i + 1; j < to; j++) {
        long difference = mine ^ hash[j];
        if (Long.bitCount(difference) <= threshold && level.isFirst(difference)) {
          sink.near(bucket.node()[i], bucket.node()[j]);
        }
      }
    }
  }

  private void compareAll(Bucket a, Bucket b, Level level) {
    long[] hash = b.hash();
    int to = b.to();
    sink.compared((long) a.size() * b.size());
    for (int i = a.from(); i < a.to(); i++) {
      long mine = a.hash()[i];
      for (int j = b.from(); j < to; j++) {
        long difference = mine ^ hash[j];
        if (Long.bitCount(difference) <= threshold && level.isFirst(difference)) {
          sink.near(a.node()[i], b.node()[j]);
        }
      }
    }
  }

  /** Is told of what was compared, and of what is near. */
  interface PairSink {
    void compared(long count);

    void near(int a, int b);
  }
}
