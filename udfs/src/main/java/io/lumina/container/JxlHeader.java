package io.lumina.container;

/**
 * What the headers of a JPEG XL codestream say first (ISO/IEC 18181-1, annex D).
 *
 * @param orientation as in Exif; it counts, and Exif's is a remark
 */
public record JxlHeader(long width, long height, int orientation) {
  /** As many bytes, with the two that mark a codestream, hold all that is read here. */
  public static final int BYTES = 12;

  private static final int[] SIDE_BITS = {9, 13, 18, 30};
  private static final int[][] RATIOS = {{1, 1}, {12, 10}, {4, 3}, {3, 2}, {16, 9}, {5, 4}, {2, 1}};

  /** Whether a codestream begins at a place. */
  public static boolean isAt(Bytes bytes, long at) {
    return bytes.matches(at, "\u00ff\n");
  }

  /** The header of the codestream that begins there; what is cut off reads as zeros. */
  public static JxlHeader at(Bytes bytes, long at) {
    Bits bits = new Bits(bytes, at + 2);
    boolean small = bits.next(1) == 1;
    long height = side(bits, small);
    int ratio = (int) bits.next(3);
    long width =
        ratio == 0 ? side(bits, small) : height * RATIOS[ratio - 1][0] / RATIOS[ratio - 1][1];
    boolean isPlain = bits.next(1) == 1;
    boolean hasMore = !isPlain && bits.next(1) == 1;
    return new JxlHeader(width, height, hasMore ? 1 + (int) bits.next(3) : 1);
  }

  private static long side(Bits bits, boolean small) {
    return small ? 8 * (bits.next(5) + 1) : 1 + bits.next(SIDE_BITS[(int) bits.next(2)]);
  }

  /** Counts from the lowest bit of each byte. */
  private static final class Bits {
    private final Bytes bytes;
    private final long from;
    private int bit;

    Bits(Bytes bytes, long from) {
      this.bytes = bytes;
      this.from = from;
    }

    long next(int count) {
      long value = 0;
      for (int i = 0; i < count; i++, bit++) {
        value |= (long) (bytes.u8(from + bit / 8) >> bit % 8 & 1) << i;
      }
      return value;
    }
  }
}
