package io.lumina.meta.film;

import io.lumina.container.BigEndian;
import io.lumina.meta.field.Findings;
import java.util.Optional;

/**
 * Size and orientation from the headers of a JPEG XL codestream (ISO/IEC 18181-1), which counts its
 * bits from the lowest. This orientation counts; Exif's is a remark.
 */
public record JpegXlSize(long width, long height, int orientation) {
  /** As many bytes hold all that is read. */
  static final int HEADER = 12;

  private static final int[] BITS = {9, 13, 18, 30};
  private static final int[][] RATIOS = {{1, 1}, {12, 10}, {4, 3}, {3, 2}, {16, 9}, {5, 4}, {2, 1}};

  public static boolean matches(byte[] content) {
    return content.length >= 2 && BigEndian.u16(content, 0) == 0xFF0A;
  }

  public static Optional<JpegXlSize> of(byte[] codestream) {
    if (codestream.length < HEADER || !matches(codestream)) {
      return Optional.empty();
    }
    Bits bits = new Bits(codestream);
    boolean small = bits.next(1) == 1;
    long height = side(bits, small);
    int ratio = (int) bits.next(3);
    long width =
        ratio == 0 ? side(bits, small) : height * RATIOS[ratio - 1][0] / RATIOS[ratio - 1][1];
    boolean isPlain = bits.next(1) == 1;
    boolean hasMore = !isPlain && bits.next(1) == 1;
    return Optional.of(new JpegXlSize(width, height, hasMore ? 1 + (int) bits.next(3) : 1));
  }

  public void readInto(Findings found) {
    found.size(width, height);
    found.orientation(Optional.of(orientation));
  }

  private static long side(Bits bits, boolean small) {
    return small ? 8 * (bits.next(5) + 1) : 1 + bits.next(BITS[(int) bits.next(2)]);
  }

  private static final class Bits {
    private final byte[] bytes;
    private int at = 16;

    Bits(byte[] bytes) {
      this.bytes = bytes;
    }

    long next(int count) {
      long value = 0;
      for (int i = 0; i < count; i++, at++) {
        value |= (long) (bytes[at >> 3] >> (at & 7) & 1) << i;
      }
      return value;
    }
  }
}
