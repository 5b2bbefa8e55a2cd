package io.lumina.image;

import java.util.Arrays;

/** One scan of a JPEG, of which only the first coefficients of the brightness are kept. */
final class JpegEighthScan {
  /** More bytes than that behind the end of the data, and the rest is not there. */
  private static final int MAX_BEYOND = 8;

  private final Frame frame;
  private final JpegHuffman[] tables;
  private final int[] components;
  private final int[] selectors;
  private final boolean refines;
  private final boolean firstCoefficient;
  private final int shift;
  private final int[] before;

  /**
   * @param at where the SOS segment begins
   */
  JpegEighthScan(Frame frame, Bytes bytes, int at, JpegHuffman[] tables) {
    this.frame = frame;
    this.tables = tables;
    int count = Math.min(4, bytes.u8(at + 4L));
    components = new int[count];
    selectors = new int[count];
    for (int i = 0; i < count; i++) {
      components[i] = frame.component(bytes.u8(at + 5L + 2 * i));
      selectors[i] = bytes.u8(at + 6L + 2 * i);
    }
    firstCoefficient = bytes.u8(at + 5L + 2 * count) == 0;
    int approximation = bytes.u8(at + 7L + 2 * count);
    refines = frame.isProgressive() && approximation >> 4 > 0;
    shift = frame.isProgressive() ? approximation & 15 : 0;
    before = new int[count];
  }

  /** Whether it holds first coefficients of the brightness. */
  boolean isWanted() {
    boolean bright = false;
    for (int component : components) {
      bright |= component == 0;
    }
    return firstCoefficient && bright;
  }

  /** Reads it into the blocks of the brightness, row by row. */
  void read(JpegBits bits, int restartInterval, short[] blocks, Damage damage) {
    boolean alone = components.length == 1;
    int across = alone ? frame.blocksWide() : frame.mcusWide();
    int down = alone ? frame.blocksHigh() : frame.mcusHigh();
    long mcus = (long) across * down;
    for (long mcu = 0; mcu < mcus; mcu++) {
      if (restartInterval > 0 && mcu > 0 && mcu % restartInterval == 0) {
        Arrays.fill(before, 0);
        if (!bits.restart()) {
          return;
        }
      }
      int x = (int) (mcu % across);
      int y = (int) (mcu / across);
      if (bits.beyond() > MAX_BEYOND || !mcu(bits, x, y, alone, blocks)) {
        String what = bits.beyond() > MAX_BEYOND ? "end" : "hold a code that is not in its table";
        damage.moderate(
            CorruptionReason.BROKEN_STREAM,
            "The picture data %s after %d of %d blocks".formatted(what, mcu, mcus));
        return;
      }
    }
  }

  private boolean mcu(JpegBits bits, int x, int y, boolean alone, short[] blocks) {
    for (int i = 0; i < components.length; i++) {
      int component = components[i];
      int across = alone ? 1 : frame.across(component);
      int down = alone ? 1 : frame.down(component);
      for (int block = 0; block < across * down; block++) {
        int column = x * across + block % across;
        int line = y * down + block / across;
        boolean kept = component == 0 && column < frame.blocksWide() && line < frame.blocksHigh();
        int place = kept ? line * frame.blocksWide() + column : -1;
        if (!block(bits, i, place, blocks)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean block(JpegBits bits, int i, int place, short[] blocks) {
    if (refines) {
      int bit = bits.bits(1);
      if (place >= 0) {
        blocks[place] |= (short) (bit << shift);
      }
      return true;
    }
    JpegHuffman dc = tables[selectors[i] >> 4 & 15];
    int size = dc == null ? -1 : bits.code(dc);
    if (size < 0 || size > 16) {
      return false;
    }
    before[i] += bits.difference(size);
    if (place >= 0) {
      blocks[place] = (short) (before[i] << shift);
    }
    JpegHuffman ac = tables[16 | selectors[i] & 15];
    return frame.isProgressive() || ac != null && JpegEntropy.skipCoefficients(bits, ac);
  }

  /**
   * What a frame header says.
   *
   * @param at where its segment begins
   * @param height pixels, which the header may leave open
   */
  record Frame(Bytes bytes, int at, int height) {

    /** Whether its codes are read here, and its first component is the brightness in full size. */
    boolean isKnown() {
      int kind = bytes.u8(at + 1L);
      boolean sampled = true;
      for (int i = 0; i < components(); i++) {
        sampled &= across(i) >= 1 && across(i) <= across(0);
        sampled &= down(i) >= 1 && down(i) <= down(0);
      }
      return (kind == 0xc0 || kind == 0xc1 || kind == 0xc2)
          && bytes.u8(at + 4L) == 8
          && (components() == 1 || components() == 3)
          && sampled
          && width() > 0
          && height > 0;
    }

    boolean isProgressive() {
      return bytes.u8(at + 1L) == 0xc2;
    }

    int width() {
      return bytes.u16(at + 7L);
    }

    int components() {
      return bytes.u8(at + 9L);
    }

    int id(int component) {
      return bytes.u8(at + 10L + 3 * component);
    }

    int across(int component) {
      return bytes.u8(at + 11L + 3 * component) >> 4;
    }

    int down(int component) {
      return bytes.u8(at + 11L + 3 * component) & 15;
    }

    int quantization(int component) {
      return bytes.u8(at + 12L + 3 * component);
    }

    /** The place of a component in the header, or -1. */
    int component(int id) {
      for (int i = 0; i < components(); i++) {
        if (id(i) == id) {
          return i;
        }
      }
      return -1;
    }

    int blocksWide() {
      return (width() + 7) / 8;
    }

    int blocksHigh() {
      return (height + 7) / 8;
    }

    int mcusWide() {
      return (width() + 8 * across(0) - 1) / (8 * across(0));
    }

    int mcusHigh() {
      return (height + 8 * down(0) - 1) / (8 * down(0));
    }
  }
}
