package io.lumina.image.structure;

import io.lumina.container.TiffReader;

/** Exif orientation, 1 to 8, applied to a square raster. */
public final class Orientation {
  public static final int UPRIGHT = 1;
  private static final int TAG = 0x112;

  private Orientation() {}

  /**
   * The orientation in the Exif block (TIFF header) at a position; upright where it says nothing or
   * nonsense.
   */
  static int ofExif(byte[] content, int tiffHeader) {
    return TiffReader.at(content, tiffHeader)
        .map(tiff -> valid(tiff.value(tiff.ifd(tiff.firstOffset()), TAG, UPRIGHT)))
        .orElse(UPRIGHT);
  }

  static int valid(long value) {
    return value >= 1 && value <= 8 ? (int) value : UPRIGHT;
  }

  /** Turns a raster of {@code side × side} values so that it stands upright. */
  public static byte[] apply(int orientation, byte[] square, int side) {
    if (orientation == UPRIGHT) {
      return square;
    }
    byte[] out = new byte[square.length];
    int last = side - 1;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int from =
            switch (orientation) {
              case 2 -> y * side + last - x;
              case 3 -> (last - y) * side + last - x;
              case 4 -> (last - y) * side + x;
              case 5 -> x * side + y;
              case 6 -> (last - x) * side + y;
              case 7 -> (last - x) * side + last - y;
              default -> x * side + last - y;
            };
        out[y * side + x] = square[from];
      }
    }
    return out;
  }
}
