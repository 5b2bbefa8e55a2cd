package io.lumina.hash;

import io.lumina.raster.Raster;
import java.nio.ByteBuffer;

/**
 * What is written on a picture, as 16 words: one for each strip of four rows of the luma, one bit
 * for each of its columns, the first bit the highest. A bit is set where a column is brighter than
 * the mean of its neighbourhood, four columns to either side, by more than {@value #MARGIN} grey
 * values: letters make many of these, and compression of what is smooth makes none.
 *
 * <p>Other hashes see the whole of a picture and hardly a line of text; here the strip that holds
 * the text differs, and the others do not.
 */
public final class StripHash {
  /** Strips of a picture, a word each. */
  public static final int WORDS = 16;

  private static final int SIDE = Raster.LUMA_SIDE;
  private static final int ROWS = SIDE / WORDS;
  private static final int REACH = 4;
  private static final int WINDOW = 2 * REACH + 1;
  private static final int MARGIN = 3;

  private StripHash() {}

  /** The words of a luma of 4096 values, from the topmost strip down. */
  public static long[] ofLuma(byte[] luma) {
    Raster picture = Raster.luma(luma);
    long[] words = new long[WORDS];
    for (int strip = 0; strip < WORDS; strip++) {
      words[strip] = word(columns(picture, strip * ROWS));
    }
    return words;
  }

  /** The words as bytes, the highest first. */
  public static byte[] bytes(long[] words) {
    ByteBuffer bytes = ByteBuffer.allocate(words.length * Long.BYTES);
    bytes.asLongBuffer().put(words);
    return bytes.array();
  }

  /** What {@link #bytes} was made of. */
  public static long[] words(byte[] bytes) {
    if (bytes.length != WORDS * Long.BYTES) {
      throw new IllegalArgumentException(
          "Strips have " + WORDS * Long.BYTES + " bytes, not " + bytes.length);
    }
    long[] words = new long[WORDS];
    ByteBuffer.wrap(bytes).asLongBuffer().get(words);
    return words;
  }

  private static int[] columns(Raster picture, int top) {
    int[] sums = new int[SIDE];
    for (int y = top; y < top + ROWS; y++) {
      for (int x = 0; x < SIDE; x++) {
        sums[x] += picture.at(x, y);
      }
    }
    return sums;
  }

  private static long word(int[] columns) {
    long word = 0;
    for (int x = 0; x < SIDE; x++) {
      int around = 0;
      for (int near = x - REACH; near <= x + REACH; near++) {
        around += columns[Math.max(0, Math.min(SIDE - 1, near))];
      }
      word = word << 1 | (WINDOW * columns[x] - around > WINDOW * ROWS * MARGIN ? 1 : 0);
    }
    return word;
  }
}
