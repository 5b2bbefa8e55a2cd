package io.lumina.duplicates.variant;

import io.lumina.duplicates.rule.Turn;

/**
 * The PDQ hash of a turned picture, from that of the picture as it lies: each bit stands for a
 * frequency across and one down. To turn swaps the two, to mirror changes the sign of every second
 * one. What lies so near the median that its sign does not tell may differ: a few bits.
 */
final class TurnedPdq {
  private static final int FREQUENCIES = 16;
  private static final int WORDS = 4;
  private static final int QUARTERS = 4;

  /**
   * Bits of odd frequencies across, which change their sign in a mirror: of each row every other.
   */
  private static final long ODD = 0x5555555555555555L;

  private TurnedPdq() {}

  /**
   * Of a turned picture.
   *
   * @param pdq four words as stored, at a place
   */
  static long[] of(Turn turn, long[] pdq, int at) {
    long[] turned = new long[WORDS];
    System.arraycopy(pdq, at, turned, 0, WORDS);
    if (turn.ordinal() >= QUARTERS) {
      for (int word = 0; word < WORDS; word++) {
        turned[word] ^= ODD;
      }
    }
    for (int quarter = 0; quarter < turn.ordinal() % QUARTERS; quarter++) {
      turned = right(turned);
    }
    return turned;
  }

  /** Mirrors top to bottom what was swapped: the first column comes to lie above. */
  private static long[] right(long[] pdq) {
    long[] right = new long[WORDS];
    for (int down = 0; down < FREQUENCIES; down++) {
      for (int across = 0; across < FREQUENCIES; across++) {
        long bit = bit(pdq, across * FREQUENCIES + down) ^ (across % 2 == 0 ? 1 : 0);
        int to = down * FREQUENCIES + across;
        right[word(to)] |= bit << to % Long.SIZE;
      }
    }
    return right;
  }

  private static long bit(long[] pdq, int bit) {
    return pdq[word(bit)] >>> bit % Long.SIZE & 1;
  }

  /** The first bit is the lowest of the last word. */
  private static int word(int bit) {
    return WORDS - 1 - bit / Long.SIZE;
  }
}
