package io.lumina.image;

/**
 * Runs the codes of a baseline scan (ITU-T T.81 F.2.2) without computing pixels: is there a code
 * for every block, and nothing left? Decoders fill what is missing and say nothing. Costs about a
 * third of a decode, therefore only for scans of a size that takes little time.
 */
final class JpegEntropy {
  /** A larger scan is left to the checks that see only markers and zeros. */
  static final int MAX_SCAN_BYTES = 256 << 10;

  /** Encoders pad the last byte, and some cameras write a word or two more. */
  private static final int PADDING = 8;

  /** What one component of a scan needs. */
  record Component(int blocksInMcu, JpegHuffman dc, JpegHuffman ac) {}

  private final byte[] content;
  private final int to;
  private int at;
  private int bits;
  private int bitCount;
  private int beyond;

  JpegEntropy(byte[] content, int from, int to) {
    this.content = content;
    this.at = from;
    this.to = to;
  }

  void check(Component[] components, long mcus, int restartInterval, Damage damage) {
    for (long mcu = 0; mcu < mcus; mcu++) {
      if (restartInterval > 0 && mcu > 0 && mcu % restartInterval == 0 && !restart()) {
        report(damage, "has no restart marker where one is due", mcu, mcus);
        return;
      }
      for (Component component : components) {
        for (int block = 0; block < component.blocksInMcu; block++) {
          if (!block(component)) {
            report(damage, "holds a code that is not in its table", mcu, mcus);
            return;
          }
        }
      }
      if (beyond > 8) {
        report(damage, "ends", mcu, mcus);
        return;
      }
    }
    int left = to - at + bitCount / 8;
    if (left > PADDING) {
      damage.moderate(
          CorruptionReason.BROKEN_STREAM, "The picture data go on for " + left + " bytes too many");
    }
  }

  private static void report(Damage damage, String what, long mcu, long mcus) {
    damage.moderate(
        CorruptionReason.BROKEN_STREAM,
        "The picture data %s after %d of %d blocks".formatted(what, mcu, mcus));
  }

  private boolean block(Component component) {
    int dc = code(component.dc);
    if (dc < 0 || dc > 16) {
      return false;
    }
    skip(dc);
    for (int k = 1; k < 64; k++) {
      int symbol = code(component.ac);
      if (symbol < 0) {
        return false;
      }
      int size = symbol & 15;
      int run = symbol >> 4;
      if (size == 0 && run < 15) {
        return true;
      }
      k += run;
      if (k > 63) {
        // Some encoders end a block with a run of zeros that reaches over its end.
        return size == 0;
      }
      skip(size);
    }
    return true;
  }

  private int code(JpegHuffman table) {
    fill(16);
    int found = table.find(bits >>> (bitCount - 16) & 0xffff);
    if (found == 0) {
      return -1;
    }
    bitCount -= found >> 8;
    return found & 0xff;
  }

  private void skip(int count) {
    fill(count);
    bitCount -= count;
  }

  private void fill(int count) {
    while (bitCount < count) {
      bits = bits << 8 | next();
      bitCount += 8;
    }
  }

  /** The next byte of data; ones at a marker and behind the end, counted. */
  private int next() {
    if (at >= to) {
      beyond++;
      return 0xff;
    }
    int value = content[at] & 0xff;
    if (value == 0xff) {
      int marker = at + 1 < to ? content[at + 1] & 0xff : 0xd9;
      if (marker != 0) {
        beyond++;
        return 0xff;
      }
      at++;
    }
    at++;
    return value;
  }

  /** Drops the rest of a byte and takes a restart marker. */
  private boolean restart() {
    bitCount = 0;
    beyond = 0;
    while (at + 1 < to && content[at] == -1 && content[at + 1] == -1) {
      at++;
    }
    if (at + 1 >= to || content[at] != -1 || (content[at + 1] & 0xf8) != 0xd0) {
      return false;
    }
    at += 2;
    return true;
  }
}
