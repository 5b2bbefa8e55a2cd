package io.lumina.quality;

import io.lumina.raster.Raster;

/**
 * How sharp a grey picture is: the variance of its Laplacian (left + right + above + below − 4 ·
 * centre, inner pixels only).
 *
 * <p>Comparable only between rasters that were scaled the same way: a blur of a few pixels in a
 * large photo is gone in its luma.
 */
public final class Sharpness {
  /** The variance that counts as half sharp; near the median over camera photos' lumas. */
  public static final double HALF_SHARP = 2000;

  private Sharpness() {}

  /** 0 (flat) to 1 (never reached) of a luma: 4096 values, else IllegalArgumentException. */
  public static double ofLuma(byte[] luma) {
    return normalised(variance(Raster.luma(luma)));
  }

  /** Maps a variance to 0..1, larger to larger: v / (v + {@value #HALF_SHARP}). */
  public static double normalised(double variance) {
    return variance / (variance + HALF_SHARP);
  }

  /**
   * Variance of the Laplacian over the inner pixels; 0 when there are none. The sums are whole
   * numbers, so the order of pixels does not matter; rasters up to 100 megapixels do not overflow.
   */
  public static double variance(Raster raster) {
    long count = (long) Math.max(0, raster.width() - 2) * Math.max(0, raster.height() - 2);
    if (count == 0) {
      return 0;
    }
    byte[] grey = raster.grey();
    int width = raster.width();
    long sum = 0;
    long squares = 0;
    for (int y = 1; y < raster.height() - 1; y++) {
      for (int at = y * width + 1; at < (y + 1) * width - 1; at++) {
        int around =
            (grey[at - 1] & 0xff)
                + (grey[at + 1] & 0xff)
                + (grey[at - width] & 0xff)
                + (grey[at + width] & 0xff);
        int laplacian = around - 4 * (grey[at] & 0xff);
        sum += laplacian;
        squares += (long) laplacian * laplacian;
      }
    }
    return ((double) squares - (double) sum * sum / count) / count;
  }
}
