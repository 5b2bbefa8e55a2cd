package io.lumina.hash;

import io.lumina.raster.Raster;
import java.util.Arrays;

/** PDQ of a full-size grey picture, in floating point, as Meta's paper describes it. */
final class ReferencePdq {
  private static final int SIDE = 64;
  private static final int LOW = 16;

  private ReferencePdq() {}

  static PdqHash of(Raster picture) {
    float[][] small = decimate(smooth(smooth(floats(picture))));
    return new PdqHash(bits(transform(small)), quality(small));
  }

  /** The 64×64 values that take the place of our luma. */
  static float[][] decimated(Raster picture) {
    return decimate(smooth(smooth(floats(picture))));
  }

  private static float[][] floats(Raster picture) {
    float[][] values = new float[picture.height()][picture.width()];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        values[y][x] = picture.at(x, y);
      }
    }
    return values;
  }

  private static float[][] smooth(float[][] in) {
    int height = in.length;
    int width = in[0].length;
    float[][] rows = new float[height][];
    for (int y = 0; y < height; y++) {
      rows[y] = box(in[y], (width + 2 * SIDE - 1) / (2 * SIDE));
    }
    float[][] out = new float[height][width];
    float[] column = new float[height];
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        column[y] = rows[y][x];
      }
      float[] smoothed = box(column, (height + 2 * SIDE - 1) / (2 * SIDE));
      for (int y = 0; y < height; y++) {
        out[y][x] = smoothed[y];
      }
    }
    return out;
  }

  /** Mean over the window's samples inside the line; an even window reaches one further right. */
  private static float[] box(float[] in, int window) {
    double[] sums = new double[in.length + 1];
    for (int i = 0; i < in.length; i++) {
      sums[i + 1] = sums[i] + in[i];
    }
    float[] out = new float[in.length];
    int after = (window + 2) / 2;
    int before = window - after;
    for (int i = 0; i < in.length; i++) {
      int from = Math.max(0, i - before);
      int to = Math.min(in.length, i + after);
      out[i] = (float) ((sums[to] - sums[from]) / (to - from));
    }
    return out;
  }

  private static float[][] decimate(float[][] in) {
    float[][] out = new float[SIDE][SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        out[y][x] =
            in[(int) ((y + 0.5) * in.length / SIDE)][(int) ((x + 0.5) * in[0].length / SIDE)];
      }
    }
    return out;
  }

  private static int quality(float[][] small) {
    int steps = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        if (y + 1 < SIDE) {
          steps += Math.abs((int) ((small[y][x] - small[y + 1][x]) * 100 / 255));
        }
        if (x + 1 < SIDE) {
          steps += Math.abs((int) ((small[y][x] - small[y][x + 1]) * 100 / 255));
        }
      }
    }
    return Math.min(100, steps / 90);
  }

  private static double[] transform(float[][] small) {
    double[] out = new double[LOW * LOW];
    for (int i = 0; i < LOW; i++) {
      for (int j = 0; j < LOW; j++) {
        for (int y = 0; y < SIDE; y++) {
          for (int x = 0; x < SIDE; x++) {
            out[i * LOW + j] += cosine(i, y) * cosine(j, x) * small[y][x];
          }
        }
      }
    }
    return out;
  }

  private static double cosine(int i, int x) {
    return Math.sqrt(2.0 / SIDE) * Math.cos(Math.PI * (i + 1) * (2 * x + 1) / (2.0 * SIDE));
  }

  private static byte[] bits(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    byte[] bits = new byte[PdqHash.BYTES];
    for (int k = 0; k < values.length; k++) {
      if (values[k] > sorted[127]) {
        bits[31 - k / 8] |= (byte) (1 << k % 8);
      }
    }
    return bits;
  }
}
