package io.lumina.duplicates;

import java.nio.ByteBuffer;

/**
 * What confirms a candidate, as five longs: the 256 bits of PDQ, then the longer side (24 bits),
 * the shorter side (24 bits) and the hash version (16 bits). It follows from the content alone:
 * sides are not told apart by orientation, which a sidecar may change.
 */
public final class Evidence {
  /** Longs of one piece of evidence. */
  public static final int WORDS = 5;

  /** That of a picture without any; not to be written to. */
  static final long[] NONE = new long[WORDS];

  private static final int PDQ_WORDS = 4;
  private static final int SIDE_BITS = 24;
  private static final int VERSION_BITS = 16;
  private static final int MAX_SIDE = (1 << SIDE_BITS) - 1;
  private static final int MAX_VERSION = (1 << VERSION_BITS) - 1;

  private Evidence() {}

  /** Writes one picture's evidence to {@code words[at..at+5)}. */
  public static void write(
      byte[] pdq, int longSide, int shortSide, int version, long[] words, int at) {
    if (pdq.length != PDQ_WORDS * Long.BYTES) {
      throw new IllegalArgumentException("A PDQ hash has 32 bytes, not " + pdq.length);
    }
    ByteBuffer.wrap(pdq).asLongBuffer().get(words, at, PDQ_WORDS);
    words[at + PDQ_WORDS] =
        (long) Math.min(longSide, MAX_SIDE) << SIDE_BITS + VERSION_BITS
            | (long) Math.min(shortSide, MAX_SIDE) << VERSION_BITS
            | version & MAX_VERSION;
  }

  /** Bits of difference of two PDQ hashes, 0 to 256. */
  public static int pdqDistance(long[] a, int atA, long[] b, int atB) {
    return Long.bitCount(a[atA] ^ b[atB])
        + Long.bitCount(a[atA + 1] ^ b[atB + 1])
        + Long.bitCount(a[atA + 2] ^ b[atB + 2])
        + Long.bitCount(a[atA + 3] ^ b[atB + 3]);
  }

  static int longSide(long[] words, int at) {
    return (int) (words[at + PDQ_WORDS] >>> SIDE_BITS + VERSION_BITS);
  }

  static int shortSide(long[] words, int at) {
    return (int) (words[at + PDQ_WORDS] >>> VERSION_BITS) & MAX_SIDE;
  }

  static int version(long[] words, int at) {
    return (int) words[at + PDQ_WORDS] & MAX_VERSION;
  }
}
