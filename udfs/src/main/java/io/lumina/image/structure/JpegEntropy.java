package io.lumina.image.structure;

import io.lumina.image.jpeg.HuffmanCode;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;

/**
 * Runs the codes of a baseline scan (ITU-T T.81 F.2.2) without computing pixels: is there a code
 * for every block, and nothing left? Decoders fill what is missing and say nothing. Costs about a
 * third of a decode, therefore only for scans of a size that takes little time, and for those in
 * which the fast decoder met something broken.
 */
public final class JpegEntropy {
  /** A larger scan of which nothing is known is left to the checks of markers and zeros. */
  public static final int MAX_SCAN_BYTES = 256 << 10;

  /** Encoders pad the last byte, and some cameras write a word or two more. */
  private static final int PADDING = 8;

  /** What one component of a scan needs. */
  record Component(int blocksInMcu, HuffmanCode dc, HuffmanCode ac) {}

  private final JpegBits bits;

  JpegEntropy(JpegBits bits) {
    this.bits = bits;
  }

  void check(Component[] components, long mcus, int restartInterval, Damage damage) {
    for (long mcu = 0; mcu < mcus; mcu++) {
      if (restartInterval > 0 && mcu > 0 && mcu % restartInterval == 0 && !bits.restart()) {
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
      if (bits.beyond() > 8) {
        report(damage, "ends", mcu, mcus);
        return;
      }
    }
    int left = bits.left();
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
    int dc = bits.code(component.dc);
    if (dc < 0 || dc > 16) {
      return false;
    }
    bits.skip(dc);
    for (int k = 1; k < 64; k++) {
      int symbol = bits.code(component.ac);
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
      bits.skip(size);
    }
    return true;
  }
}
