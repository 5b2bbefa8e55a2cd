package io.lumina.image.structure;

import io.lumina.container.Bytes;
import io.lumina.container.IsoBoxes;
import io.lumina.container.IsoBoxes.IsoBox;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;

/** The size header of a JPEG XL codestream (ISO/IEC 18181-1 annex D), bare or in boxes. */
public final class JxlStructure {
  /** Of the PNG that comes out, in colours of 16 bits. */
  private static final long BYTES_OF_PIXEL = 8;

  private static final int[] SIZE_BITS = {9, 13, 18, 30};
  private static final int[][] RATIOS = {{1, 1}, {12, 10}, {4, 3}, {3, 2}, {16, 9}, {5, 4}, {2, 1}};

  private final Bytes bytes;
  private final long from;
  private int bit;

  private JxlStructure(Bytes bytes, long from) {
    this.bytes = bytes;
    this.from = from;
  }

  public static Structure of(byte[] content) {
    Bytes bytes = Bytes.bigEndian(content);
    Damage damage = new Damage();
    long at = bytes.matches(0, "\u00ff\n") ? 0 : -1;
    if (at < 0) {
      BoxCheck.of(bytes, damage);
      for (IsoBox box : IsoBoxes.in(bytes, 0, bytes.length())) {
        if (at < 0 && ("jxlc".equals(box.type()) || "jxlp".equals(box.type()))) {
          at = box.from() + ("jxlp".equals(box.type()) ? 4 : 0);
        }
      }
    }
    if (at < 0 || !bytes.matches(at, "\u00ff\n") || !bytes.has(at, 8)) {
      damage.severe(CorruptionReason.BROKEN_HEADER, "There is no JPEG XL codestream");
      return new Structure(0, 0, 0, Orientation.UPRIGHT, false, damage.found());
    }
    return new JxlStructure(bytes, at + 2).size(damage);
  }

  private Structure size(Damage damage) {
    boolean small = bits(1) == 1;
    long height = side(small);
    int ratio = (int) bits(3);
    long width = ratio == 0 ? side(small) : height * RATIOS[ratio - 1][0] / RATIOS[ratio - 1][1];
    return new Structure(
        (int) Math.min(width, Integer.MAX_VALUE),
        (int) height,
        width * height * BYTES_OF_PIXEL,
        Orientation.UPRIGHT,
        false,
        damage.found());
  }

  private long side(boolean small) {
    return small ? (bits(5) + 1) * 8 : bits(SIZE_BITS[(int) bits(2)]) + 1;
  }

  /** Bits from the lowest of each byte on. */
  private long bits(int count) {
    long value = 0;
    for (int i = 0; i < count; i++, bit++) {
      value |= (long) (bytes.u8(from + bit / 8) >> bit % 8 & 1) << i;
    }
    return value;
  }
}
