package io.lumina.hash;

import io.lumina.raster.Lanczos;
import io.lumina.raster.Raster;

/**
 * Average hash as Python ImageHash 4.3.2 defines it: which pixels of an 8×8 LANCZOS reduction are
 * brighter than their mean? Row-major, the first bit is the highest.
 */
public final class AverageHash {
  private static final int SIDE = 8;
  private static final int PIXELS = SIDE * SIDE;

  private AverageHash() {}

  /** 64 bits of any grey raster. */
  public static long of(Raster picture) {
    Raster small = Lanczos.resize(picture, SIDE, SIDE);
    int sum = 0;
    for (byte value : small.grey()) {
      sum += value & 0xff;
    }
    long hash = 0;
    for (byte value : small.grey()) {
      // The mean would be a fraction; pixel * 64 against the sum is the same question, exactly.
      hash = hash << 1 | ((value & 0xff) * PIXELS > sum ? 1 : 0);
    }
    return hash;
  }

  /** The same of a luma: 4096 values, else IllegalArgumentException. */
  public static long ofLuma(byte[] luma) {
    return of(Raster.luma(luma));
  }
}
