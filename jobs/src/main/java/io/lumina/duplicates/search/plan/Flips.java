package io.lumina.duplicates.search.plan;

import java.util.Arrays;

/** All ways to change a few bits of a key, fewest changes first. */
public final class Flips {
  private final int[][] byCount;

  private Flips(int[][] byCount) {
    this.byCount = byCount;
  }

  /** The masks with up to {@code most} of {@code bits} bits set. */
  public static Flips of(int bits, int most) {
    int counts = Math.min(bits, most);
    int[][] byCount = new int[most + 1][];
    Arrays.fill(byCount, new int[0]);
    for (int count = 0; count <= counts; count++) {
      int[] masks = new int[Math.toIntExact(choose(bits, count))];
      int mask = (1 << count) - 1;
      for (int i = 0; i < masks.length; i++) {
        masks[i] = mask;
        mask = nextWithSameCount(mask);
      }
      byCount[count] = masks;
    }
    return new Flips(byCount);
  }

  /** The masks with exactly {@code count} bits set; none beyond the bits there are. */
  public int[] exactly(int count) {
    return byCount[count];
  }

  /** One more than the most changes that were asked for. */
  public int counts() {
    return byCount.length;
  }

  /** Number of ways to choose {@code count} of {@code bits}. */
  static long choose(int bits, int count) {
    long ways = 1;
    for (int i = 0; i < count; i++) {
      ways = ways * (bits - i) / (i + 1);
    }
    return ways;
  }

  /** Number of ways to change up to {@code most} of {@code bits}. */
  static long upTo(int bits, int most) {
    long ways = 0;
    for (int count = 0; count <= Math.min(bits, most); count++) {
      ways += choose(bits, count);
    }
    return ways;
  }

  private static int nextWithSameCount(int mask) {
    if (mask == 0) {
      return 0;
    }
    int lowest = mask & -mask;
    int ripple = mask + lowest;
    return ripple | ((ripple ^ mask) >>> 2) / lowest;
  }
}
