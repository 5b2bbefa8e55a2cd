package io.lumina.duplicates.rule;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * What confirms a candidate, as seven longs: the 256 bits of PDQ, the difference hash, the {@link
 * Facts} and the {@link Moment}. All of it follows from the content alone.
 */
public final class Evidence {
  /** Longs of one piece of evidence. */
  public static final int WORDS = 7;

  /** Bits of a PDQ hash. */
  public static final int PDQ_BITS = 256;

  /** That of a picture without any; not to be written to. */
  static final long[] NONE = new long[WORDS];

  private static final int PDQ_WORDS = PDQ_BITS / Long.SIZE;
  private static final int DHASH = PDQ_WORDS;
  private static final int FACTS = PDQ_WORDS + 1;
  private static final int MOMENT = PDQ_WORDS + 2;

  private Evidence() {}

  /**
   * Writes one picture's evidence to {@code words[at..at+7)}.
   *
   * @param facts as {@link Facts} packs them
   * @param moment as {@link Moment} does
   */
  public static void write(byte[] pdq, long dhash, long facts, long moment, long[] words, int at) {
    if (pdq.length != PDQ_WORDS * Long.BYTES) {
      throw new IllegalArgumentException("A PDQ hash has 32 bytes, not " + pdq.length);
    }
    ByteBuffer.wrap(pdq).asLongBuffer().get(words, at, PDQ_WORDS);
    words[at + DHASH] = dhash;
    words[at + FACTS] = facts;
    words[at + MOMENT] = moment;
  }

  /** Bits of difference of two PDQ hashes, 0 to 256. */
  public static int pdqDistance(long[] a, int atA, long[] b, int atB) {
    return Long.bitCount(a[atA] ^ b[atB])
        + Long.bitCount(a[atA + 1] ^ b[atB + 1])
        + Long.bitCount(a[atA + 2] ^ b[atB + 2])
        + Long.bitCount(a[atA + 3] ^ b[atB + 3]);
  }

  /** Bits of difference of two difference hashes, 0 to 64. */
  public static int dhashDistance(long[] a, int atA, long[] b, int atB) {
    return Long.bitCount(a[atA + DHASH] ^ b[atB + DHASH]);
  }

  public static long facts(long[] words, int at) {
    return words[at + FACTS];
  }

  static long moment(long[] words, int at) {
    return words[at + MOMENT];
  }

  /** What tells pictures of other pixels apart; empty where that is not known to the last digit. */
  static Optional<List<Long>> pixels(long[] words, int at) {
    long mark = Facts.pixels(facts(words, at));
    return mark == 0
        ? Optional.empty()
        : Optional.of(
            List.of(
                words[at], words[at + 1], words[at + 2], words[at + 3], words[at + DHASH], mark));
  }

  /** The same evidence of another moment, for each picture in an array. */
  static long[] withMoment(long[] words, long moment) {
    long[] changed = words.clone();
    for (int at = MOMENT; at < changed.length; at += WORDS) {
      changed[at] = moment;
    }
    return changed;
  }

  /**
   * Whether nothing but tags can differ: the hashes are equal, and so are the pixels below them.
   */
  static boolean samePixels(long[] a, int atA, long[] b, int atB) {
    return pdqDistance(a, atA, b, atB) == 0
        && dhashDistance(a, atA, b, atB) == 0
        && Facts.samePixels(facts(a, atA), facts(b, atB));
  }
}
