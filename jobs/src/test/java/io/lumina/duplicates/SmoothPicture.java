package io.lumina.duplicates;

import java.util.SplittableRandom;

/** A random picture of a few waves of light, as 9×8 values. */
record SmoothPicture(double[] values) {
  private static final int COLUMNS = 9;
  private static final int ROWS = 8;

  /**
   * Chosen so that a million hashes have about 49 million pairs of distinct hashes within five
   * bits.
   */
  private static final double NOISE = 0.1;

  private static final int WAVES = 3;
  private static final double FIRST_FREQUENCY = 0.7;

  static SmoothPicture random(SplittableRandom random) {
    double[] values = new double[COLUMNS * ROWS];
    double amplitude = 1;
    double frequency = FIRST_FREQUENCY;
    for (int wave = 0; wave < WAVES; wave++) {
      add(values, random, amplitude, frequency);
      amplitude /= 2;
      frequency *= 2;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] += NOISE * (random.nextDouble() - 0.5);
    }
    return new SmoothPicture(values);
  }

  /** One bit a pair of neighbours in a row: the right one is brighter. */
  long dhash() {
    long hash = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column + 1 < COLUMNS; column++) {
        int at = row * COLUMNS + column;
        hash = hash << 1 | (values[at + 1] > values[at] ? 1 : 0);
      }
    }
    return hash;
  }

  private static void add(
      double[] values, SplittableRandom random, double amplitude, double frequency) {
    double across = frequency * (2 * random.nextDouble() - 1) * 2 * Math.PI / COLUMNS;
    double down = frequency * (2 * random.nextDouble() - 1) * 2 * Math.PI / ROWS;
    double phase = 2 * Math.PI * random.nextDouble();
    double height = amplitude * random.nextDouble();
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        values[row * COLUMNS + column] += height * Math.cos(across * column + down * row + phase);
      }
    }
  }
}
