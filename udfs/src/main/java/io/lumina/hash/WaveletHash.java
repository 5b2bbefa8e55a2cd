package io.lumina.hash;

import io.lumina.raster.Lanczos;
import io.lumina.raster.Raster;
import java.util.Arrays;

/**
 * Haar wavelet hash as Python ImageHash 4.3.2 defines it, in integers.
 *
 * <p>ImageHash takes the 8×8 low band of a Haar transform after the coarsest coefficient is
 * removed. A Haar low band is the sum of a block times a constant, and removing the coarsest
 * coefficient takes the same number from all blocks, so the bits are: is the sum of a block above
 * the median of the 64 sums? ImageHash asks it of floating point numbers, where blocks that tie
 * with the median fall either way by rounding; here a tie is always 0.
 */
public final class WaveletHash {
  private static final int SIDE = 8;
  private static final int BLOCKS = SIDE * SIDE;

  private WaveletHash() {}

  /** 64 bits of any grey raster, row-major, the first bit is the highest. */
  public static long of(Raster picture) {
    int shorter = Math.min(picture.width(), picture.height());
    int scale = Math.max(SIDE, Integer.highestOneBit(shorter));
    int[] sums = blockSums(Lanczos.resize(picture, scale, scale));
    int[] sorted = sums.clone();
    Arrays.sort(sorted);
    // The median of 64 is the mean of two; doubling both sides keeps it whole.
    long twiceMedian = (long) sorted[BLOCKS / 2 - 1] + sorted[BLOCKS / 2];
    long hash = 0;
    for (int sum : sums) {
      hash = hash << 1 | (2L * sum > twiceMedian ? 1 : 0);
    }
    return hash;
  }

  /** The same of a luma: 4096 values, else IllegalArgumentException. */
  public static long ofLuma(byte[] luma) {
    return of(Raster.luma(luma));
  }

  /** Sums over the 8×8 blocks of a square raster; a block of 4096×4096 pixels still fits an int. */
  private static int[] blockSums(Raster square) {
    int block = square.width() / SIDE;
    int[] sums = new int[BLOCKS];
    for (int y = 0; y < square.height(); y++) {
      int row = y / block * SIDE;
      for (int x = 0; x < square.width(); x++) {
        sums[row + x / block] += square.at(x, y);
      }
    }
    return sums;
  }
}
