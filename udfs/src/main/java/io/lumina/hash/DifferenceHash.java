package io.lumina.hash;

import io.lumina.raster.Lanczos;
import io.lumina.raster.Raster;

/**
 * Difference hash as Python ImageHash 4.3.2 defines it: is a pixel brighter than its left
 * neighbour? Row-major, the first bit is the highest; equal neighbours give 0.
 */
public final class DifferenceHash {
  private static final int SIDE = 8;
  private static final int LARGE_SIDE = 16;

  private DifferenceHash() {}

  /** 64 bits from a 9×8 LANCZOS reduction of any grey raster. */
  public static long of(Raster picture) {
    Raster small = Lanczos.resize(picture, SIDE + 1, SIDE);
    long hash = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        hash = hash << 1 | (small.at(x + 1, y) > small.at(x, y) ? 1 : 0);
      }
    }
    return hash;
  }

  /** The same of a luma: 4096 values, else IllegalArgumentException. */
  public static long ofLuma(byte[] luma) {
    return of(Raster.luma(luma));
  }

  /** 64 bits from an 8×9 reduction: is a pixel brighter than the one above? */
  public static long vertical(Raster picture) {
    Raster small = Lanczos.resize(picture, SIDE, SIDE + 1);
    long hash = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        hash = hash << 1 | (small.at(x, y + 1) > small.at(x, y) ? 1 : 0);
      }
    }
    return hash;
  }

  /** 256 bits, as 32 bytes, from a 17×16 reduction; the first bit is the highest of byte 0. */
  public static byte[] large(Raster picture) {
    Raster small = Lanczos.resize(picture, LARGE_SIDE + 1, LARGE_SIDE);
    byte[] hash = new byte[LARGE_SIDE * LARGE_SIDE / Byte.SIZE];
    for (int bit = 0; bit < LARGE_SIDE * LARGE_SIDE; bit++) {
      int x = bit % LARGE_SIDE;
      int y = bit / LARGE_SIDE;
      if (small.at(x + 1, y) > small.at(x, y)) {
        hash[bit / Byte.SIZE] |= (byte) (0x80 >> bit % Byte.SIZE);
      }
    }
    return hash;
  }
}
