package io.lumina.image.pixels;

import io.lumina.container.Bytes;
import java.util.Arrays;

/** What the bytes of a row of a PNG mean in grey, over white where they let it through. */
final class PngPixels {
  private static final int PALETTE = 3;

  private final int depth;
  private final int colour;
  private final int[] colours = new int[256];
  private final int[] alphas = new int[256];

  /** Sample values that are transparent; none where negative. */
  private final int[] key = {-1, -1, -1};

  private boolean transparent;

  /** Of the palette, once it is known. */
  private byte[] greys = {};

  /**
   * The pixels of a kind of PNG.
   *
   * @param depth bits of a sample
   * @param colour type, as the header has it
   */
  PngPixels(int depth, int colour) {
    this.depth = depth;
    this.colour = colour;
    this.transparent = (colour & 4) != 0;
    Arrays.fill(alphas, 255);
  }

  boolean isKnown() {
    boolean small = depth == 1 || depth == 2 || depth == 4;
    return switch (colour) {
      case 0 -> small || depth == 8 || depth == 16;
      case PALETTE -> small || depth == 8;
      case 2, 4, 6 -> depth == 8 || depth == 16;
      default -> false;
    };
  }

  int bitsPerPixel() {
    return depth * samples();
  }

  private int samples() {
    return switch (colour) {
      case 2 -> 3;
      case 4 -> 2;
      case 6 -> 4;
      default -> 1;
    };
  }

  void palette(Bytes bytes, int at, int length) {
    for (int i = 0; i < Math.min(256, length / 3); i++) {
      colours[i] = bytes.u24(at + 3L * i);
    }
  }

  void transparency(Bytes bytes, int at, int length) {
    transparent = true;
    if (colour == PALETTE) {
      for (int i = 0; i < Math.min(256, length); i++) {
        alphas[i] = bytes.u8(at + i);
      }
      return;
    }
    for (int i = 0; i < Math.min(3, length / 2); i++) {
      key[i] = bytes.u16(at + 2L * i);
    }
  }

  /** Turns a row without its filter into grey values. */
  void grey(byte[] row, int width, byte[] into) {
    if (colour == PALETTE) {
      byte[] greys = greys();
      for (int x = 0; x < width; x++) {
        into[x] = greys[depth == 8 ? row[x] & 0xff : small(row, x)];
      }
    } else if (depth < 8) {
      int most = (1 << depth) - 1;
      for (int x = 0; x < width; x++) {
        int value = small(row, x);
        into[x] = (byte) (value == key[0] ? 255 : value * 255 / most);
      }
    } else {
      wide(row, width, into);
    }
  }

  private byte[] greys() {
    if (greys.length == 0) {
      greys = new byte[256];
      for (int i = 0; i < greys.length; i++) {
        int rgb = colours[i];
        greys[i] = (byte) colour(rgb >> 16, rgb >> 8 & 255, rgb & 255, alphas[i]);
      }
    }
    return greys;
  }

  private void wide(byte[] row, int width, byte[] into) {
    int samples = samples();
    int bytes = depth / 8;
    boolean inColour = samples >= 3;
    for (int x = 0, at = 0; x < width; x++, at += samples * bytes) {
      int red = sample(row, at);
      int green = inColour ? sample(row, at + bytes) : red;
      int blue = inColour ? sample(row, at + 2 * bytes) : red;
      int alpha = 255;
      if (colour >= 4) {
        alpha = sample(row, at + (samples - 1) * bytes);
      } else if (isKey(row, at, inColour)) {
        alpha = 0;
      }
      into[x] = (byte) (inColour ? colour(red, green, blue, alpha) : Grey.overWhite(red, alpha));
    }
  }

  /** Of 16 bits the decoder of whole pictures rounds what has alpha, and cuts what has none. */
  private int sample(byte[] row, int at) {
    if (depth == 8) {
      return row[at] & 0xff;
    }
    int high = row[at] & 0xff;
    return transparent ? ((high << 8 | row[at + 1] & 0xff) + 128) / 257 : high;
  }

  private boolean isKey(byte[] row, int at, boolean inColour) {
    if (key[0] < 0 || raw(row, at) != key[0]) {
      return false;
    }
    int bytes = depth / 8;
    return !inColour || raw(row, at + bytes) == key[1] && raw(row, at + 2 * bytes) == key[2];
  }

  private int raw(byte[] row, int at) {
    return depth == 8 ? row[at] & 0xff : (row[at] & 0xff) << 8 | row[at + 1] & 0xff;
  }

  private int small(byte[] row, int x) {
    long bit = (long) x * depth;
    return row[(int) (bit >> 3)] >> 8 - depth - (int) (bit & 7) & (1 << depth) - 1;
  }

  private static int colour(int red, int green, int blue, int alpha) {
    return Grey.of(
        Grey.overWhite(red, alpha), Grey.overWhite(green, alpha), Grey.overWhite(blue, alpha));
  }
}
