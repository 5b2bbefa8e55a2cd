package io.lumina.gpu.check;

import io.lumina.hash.HashRun;
import java.util.SplittableRandom;

/** Hashes to search in: random ones, of which every tenth lies a few bits from the one before. */
final class RandomHashes {
  /** Bits in which planted neighbours differ. */
  static final int PLANTED_BITS = 4;

  private static final int EVERY = 10;

  private RandomHashes() {}

  static HashRun of(int count, int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] words = new long[Math.multiplyExact(count, width)];
    for (int i = 0; i < count; i++) {
      for (int word = 0; word < width; word++) {
        words[i * width + word] = random.nextLong();
      }
      if (i % EVERY == EVERY - 1) {
        System.arraycopy(words, (i - 1) * width, words, i * width, width);
        for (int bit = 0; bit < PLANTED_BITS; bit++) {
          words[i * width + random.nextInt(width)] ^= 1L << (random.nextInt(16) + 16 * bit);
        }
      }
    }
    return new HashRun(words, width);
  }

  /** Whether a pair, the lower index first, is one of those that were planted. */
  static boolean arePlanted(int a, int b) {
    return b % EVERY == EVERY - 1 && a == b - 1;
  }

  /** How many pairs were planted. */
  static int planted(int count) {
    return count / EVERY;
  }
}
