package io.lumina.duplicates;

import io.lumina.hash.StripHash;
import java.util.Arrays;

/**
 * Tells one picture with two texts from a picture and its copy, by their {@link StripHash}. What
 * compression, another size or other light change lies all over a picture and is little; a crop
 * moves every strip. Where most strips are alike and one is another altogether, something was
 * written or pasted into it. Decision 110 holds the measurement.
 */
final class Captions {
  /** Bits of difference up to which a strip is alike. */
  static final int ALIKE_BITS = 1;

  /** So many strips must be alike, or nothing is known of the others. */
  static final int ALIKE_STRIPS = 9;

  /** Bits of difference that the strip may have that differs most. */
  static final int MAX_DISTANCE = 17;

  private static final int WORDS = StripHash.WORDS;

  private Captions() {}

  /**
   * Bits of difference of the strip that differs most; 0 where too few others are alike, or where
   * one of the pictures has no strips.
   */
  static int distance(long[] a, int atA, long[] b, int atB) {
    if (atA + WORDS > a.length || atB + WORDS > b.length) {
      return 0;
    }
    int[] distances = new int[WORDS];
    for (int strip = 0; strip < WORDS; strip++) {
      distances[strip] = Long.bitCount(a[atA + strip] ^ b[atB + strip]);
    }
    Arrays.sort(distances);
    return distances[ALIKE_STRIPS - 1] <= ALIKE_BITS ? distances[WORDS - 1] : 0;
  }
}
