package io.lumina.image.pixels;

import io.lumina.container.TiffReader;
import io.lumina.container.TiffTag;

/** What the samples of a TIFF mean in grey (TIFF 6.0, sections 4 to 6 and 16). */
final class TiffPixels {
  private static final int COLOUR_MAP = 0x140;
  private static final int SAMPLE_FORMAT = 0x153;
  private static final int INK_SET = 0x14c;
  private static final int WHITE_IS_ZERO = 0;
  private static final int BLACK_IS_ZERO = 1;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int SEPARATED = 5;
  private static final int ASSOCIATED = 1;

  private final int photometric;
  private final int bits;
  private final int samples;
  private final int inks;
  private final boolean unsigned;
  private final boolean alpha;
  private final boolean associated;
  private final int high;
  private final byte[] greys = new byte[256];
  private final int[] values;

  TiffPixels(TiffReader tiff, TiffReader.Ifd ifd) {
    photometric = (int) tiff.value(ifd, TiffTag.PHOTOMETRIC, -1);
    bits = (int) tiff.value(ifd, TiffTag.BITS, 1);
    samples = (int) Math.min(16, tiff.value(ifd, TiffTag.SAMPLES, 1));
    unsigned = tiff.value(ifd, SAMPLE_FORMAT, 1) == 1;
    inks = (int) tiff.value(ifd, INK_SET, 1);
    long extra = tiff.value(ifd, TiffTag.EXTRA_SAMPLES, -1);
    alpha = extra >= 0 && samples > colours();
    associated = extra == ASSOCIATED;
    high = tiff.bytes().isLittleEndian() ? 1 : 0;
    values = new int[samples];
    greys(tiff, ifd);
  }

  private int colours() {
    return switch (photometric) {
      case RGB -> 3;
      case SEPARATED -> 4;
      default -> 1;
    };
  }

  boolean isKnown() {
    boolean small = bits == 1 || bits == 2 || bits == 4;
    boolean deep =
        switch (photometric) {
          case WHITE_IS_ZERO, BLACK_IS_ZERO -> small && samples == 1 || bits == 8 || bits == 16;
          case PALETTE -> (small || bits == 8) && samples == 1;
          case RGB -> bits == 8 || bits == 16;
          case SEPARATED -> (bits == 8 || bits == 16) && inks == 1;
          default -> false;
        };
    return deep && unsigned && samples >= colours();
  }

  /** Of each value of a single sample of at most eight bits. */
  private void greys(TiffReader tiff, TiffReader.Ifd ifd) {
    int most = (1 << Math.min(8, bits)) - 1;
    long[] map = ifd.entry(COLOUR_MAP).map(e -> tiff.values(e, 3 * 256)).orElse(new long[0]);
    for (int i = 0; i <= most; i++) {
      int grey = i * 255 / most;
      if (photometric == PALETTE && map.length >= 3 * (most + 1)) {
        int third = map.length / 3;
        grey = brightness(eight(map[i]), eight(map[third + i]), eight(map[2 * third + i]));
      }
      greys[i] = (byte) (photometric == WHITE_IS_ZERO ? 255 - grey : grey);
    }
  }

  private static int eight(long sixteen) {
    return (int) (sixteen * 255 / 65535);
  }

  /**
   * Turns a row into grey values.
   *
   * @param planes one for all samples, or one for each
   * @param from where the row begins in each
   */
  void grey(byte[][] planes, int from, int width, byte[] into) {
    if (bits < 8) {
      for (int x = 0; x < width; x++) {
        int bit = x * bits;
        int value = planes[0][from + (bit >> 3)] >> 8 - bits - (bit & 7) & (1 << bits) - 1;
        into[x] = greys[value];
      }
      return;
    }
    boolean together = planes.length == 1;
    int bytes = bits / 8;
    for (int x = 0; x < width; x++) {
      for (int i = 0; i < samples; i++) {
        int at = from + (together ? x * samples + i : x) * bytes;
        values[i] = sample(planes[together ? 0 : i], at);
      }
      into[x] = (byte) grey();
    }
  }

  /** Of 16 bits the decoder of whole pictures cuts greys and rounds colours. */
  private int sample(byte[] row, int at) {
    if (bits == 8) {
      return row[at] & 0xff;
    }
    int upper = row[at + high] & 0xff;
    return colours() == 1 ? upper : ((upper << 8 | row[at + 1 - high] & 0xff) + 128) / 257;
  }

  private int grey() {
    boolean inColour = photometric == RGB || photometric == SEPARATED;
    int first = photometric == SEPARATED ? ink(0) : values[0];
    if (!inColour) {
      int grey = greys[first] & 0xff;
      return alpha ? overWhite(grey) : grey;
    }
    int second = photometric == SEPARATED ? ink(1) : values[1];
    int third = photometric == SEPARATED ? ink(2) : values[2];
    return alpha
        ? Grey.of(overWhite(first), overWhite(second), overWhite(third))
        : brightness(first, second, third);
  }

  private int overWhite(int value) {
    int covers = values[colours()];
    return associated ? Math.min(255, value + 255 - covers) : Grey.overWhite(value, covers);
  }

  private int ink(int i) {
    return (255 - values[3]) * (255 - values[i]) / 255;
  }

  /** As OpenCV has it, which decodes pictures that fit into memory. */
  private static int brightness(int red, int green, int blue) {
    return (4899 * red + 9617 * green + 1868 * blue + (1 << 13)) >> 14;
  }
}
