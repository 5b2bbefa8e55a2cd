package io.lumina.hash;

import io.lumina.raster.Raster;
import java.util.Arrays;

/**
 * Meta's PDQ hash of a 64×64 luma: 256 bits, one for each of the lowest 16×16 frequencies (without
 * the constant ones) of a cosine transform, set where the coefficient is above the median of all.
 *
 * <p>Meta smooths the full picture and picks every n-th pixel; here the luma takes that place. All
 * arithmetic is on integers, so that every machine gives the same bits: the cosine table has 15
 * fraction bits, the first pass fits an int, the second needs longs.
 */
public final class Pdq {
  private static final int SIDE = Raster.LUMA_SIDE;
  private static final int FREQUENCIES = 16;
  private static final int BITS = FREQUENCIES * FREQUENCIES;
  private static final int FRACTION_BITS = 15;

  /** Row i holds frequency i + 1: sqrt(2/64) cos(pi (i + 1)(2x + 1) / 128). */
  private static final int[][] COSINES = cosines();

  private Pdq() {}

  /** Hash and quality of a luma: 4096 values, else IllegalArgumentException. */
  public static PdqHash ofLuma(byte[] luma) {
    Raster raster = Raster.luma(luma);
    return new PdqHash(bits(transform(raster)), quality(raster));
  }

  /**
   * The cosine table with 15 fraction bits, for kernels elsewhere that must give the same bits: 16
   * rows, one a frequency, of 64 values, one a sample.
   */
  public static int[][] cosineTable() {
    return Arrays.stream(COSINES).map(int[]::clone).toArray(int[][]::new);
  }

  /**
   * The part of {@link #ofLuma} that says how much there is to compare: 0 (flat) to 100. The sum of
   * the steps between neighbours in per cent of full range, each cut to a whole number, over 90.
   */
  public static int quality(Raster luma) {
    int steps = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        if (y + 1 < SIDE) {
          steps += Math.abs((luma.at(x, y) - luma.at(x, y + 1)) * 100 / 255);
        }
        if (x + 1 < SIDE) {
          steps += Math.abs((luma.at(x, y) - luma.at(x + 1, y)) * 100 / 255);
        }
      }
    }
    return Math.min(100, steps / 90);
  }

  /** Coefficients at [vertical frequency * 16 + horizontal frequency]. */
  private static long[] transform(Raster luma) {
    int[] columns = new int[FREQUENCIES * SIDE];
    for (int i = 0; i < FREQUENCIES; i++) {
      int[] cosines = COSINES[i];
      for (int y = 0; y < SIDE; y++) {
        int cosine = cosines[y];
        for (int x = 0; x < SIDE; x++) {
          columns[i * SIDE + x] += cosine * luma.at(x, y);
        }
      }
    }
    long[] coefficients = new long[BITS];
    for (int i = 0; i < FREQUENCIES; i++) {
      for (int j = 0; j < FREQUENCIES; j++) {
        int[] cosines = COSINES[j];
        long sum = 0;
        for (int x = 0; x < SIDE; x++) {
          sum += (long) columns[i * SIDE + x] * cosines[x];
        }
        coefficients[i * FREQUENCIES + j] = sum;
      }
    }
    return coefficients;
  }

  private static byte[] bits(long[] coefficients) {
    long[] sorted = coefficients.clone();
    Arrays.sort(sorted);
    // The lower of the two middle values: an element of the list, as Torben's method gives it.
    long median = sorted[BITS / 2 - 1];
    byte[] bits = new byte[PdqHash.BYTES];
    for (int k = 0; k < BITS; k++) {
      if (coefficients[k] > median) {
        bits[PdqHash.BYTES - 1 - k / Byte.SIZE] |= (byte) (1 << k % Byte.SIZE);
      }
    }
    return bits;
  }

  private static int[][] cosines() {
    int[][] table = new int[FREQUENCIES][SIDE];
    for (int i = 0; i < FREQUENCIES; i++) {
      for (int x = 0; x < SIDE; x++) {
        double angle = Math.PI * (i + 1) * (2 * x + 1) / (2.0 * SIDE);
        double cosine = StrictMath.sqrt(2.0 / SIDE) * StrictMath.cos(angle);
        table[i][x] = (int) Math.round(cosine * (1 << FRACTION_BITS));
      }
    }
    return table;
  }
}
