package io.lumina.duplicates.rule;

import io.lumina.hash.StripHash;
import java.util.Arrays;

/**
 * Tells one picture with two texts from a picture and its copy, by their {@link StripHash}. What
 * compression, another size or other light change lies all over a picture and is little; a crop
 * moves every strip. Where most strips are alike and one is another altogether, something was
 * written or pasted into it. Decision 110 holds the measurement.
 */
public final class Captions {
  /** So many strips must be alike together, or nothing is known of the others. */
  static final int ALIKE_STRIPS = 9;

  /** Strips are alike if they differ in one of so many bits that either has set. */
  static final int ALIKE_PART = 10;

  /** Bits of difference that the strip may have that differs most. */
  static final int MAX_DISTANCE = 17;

  private static final int WORDS = StripHash.WORDS;

  /** Room for a number of bits, 0 to 64. */
  private static final int SHIFT = 7;

  private static final int MASK = (1 << SHIFT) - 1;

  private Captions() {}

  /**
   * Bits of difference of the strip that differs most; 0 where too few others are alike, or where
   * one of the pictures has no strips.
   */
  public static int distance(long[] a, int atA, long[] b, int atB) {
    if (atA + WORDS > a.length || atB + WORDS > b.length) {
      return 0;
    }
    int[] strips = new int[WORDS];
    for (int strip = 0; strip < WORDS; strip++) {
      long one = a[atA + strip];
      long other = b[atB + strip];
      strips[strip] = Long.bitCount(one ^ other) << SHIFT | Long.bitCount(one | other);
    }
    Arrays.sort(strips);
    int differing = 0;
    int set = 0;
    for (int strip = 0; strip < ALIKE_STRIPS; strip++) {
      differing += strips[strip] >> SHIFT;
      set += strips[strip] & MASK;
    }
    return ALIKE_PART * differing <= set ? strips[WORDS - 1] >> SHIFT : 0;
  }
}
