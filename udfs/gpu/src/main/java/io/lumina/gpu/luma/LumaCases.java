package io.lumina.gpu.luma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Lumas to compare engines on: the same ones for the same seed. */
public final class LumaCases {
  private static final int SIDE = 64;
  private static final int BYTES = SIDE * SIDE;
  private static final int KINDS = 6;

  private LumaCases() {}

  /** Flat ones, single dots, edges, checkers, slopes: where ties, borders and overflows lie. */
  public static List<byte[]> extremes() {
    List<byte[]> lumas = new ArrayList<>();
    for (int value : new int[] {0, 1, 127, 128, 254, 255}) {
      lumas.add(paint((x, y) -> value));
    }
    for (int at : new int[] {0, 63, 32 * 64 + 31, 63 * 64, 4095}) {
      lumas.add(paint((x, y) -> y * SIDE + x == at ? 255 : 0));
      lumas.add(paint((x, y) -> y * SIDE + x == at ? 0 : 255));
    }
    for (int side : new int[] {1, 2, 7, 8, 9, 16, 32}) {
      lumas.add(paint((x, y) -> (x / side + y / side) % 2 * 255));
      lumas.add(paint((x, y) -> x / side % 2 * 255));
      lumas.add(paint((x, y) -> y / side % 2 * 255));
    }
    lumas.add(paint((x, y) -> x * 4));
    lumas.add(paint((x, y) -> 255 - x * 4));
    lumas.add(paint((x, y) -> y * 4));
    lumas.add(paint((x, y) -> (x ^ y) * 4));
    lumas.add(paint((x, y) -> x * y));
    return lumas;
  }

  /** Null, empty and good rows beside each other, across the borders of mask words. */
  public static List<byte[]> gaps(long seed) {
    List<byte[]> lumas = random(seed, 67);
    for (int row : new int[] {0, 5, 31, 32, 63, 66}) {
      lumas.set(row, null);
    }
    for (int row : new int[] {1, 30, 33, 64}) {
      lumas.set(row, new byte[0]);
    }
    return lumas;
  }

  /**
   * Noise, noise of few levels (many ties), of low contrast, random slopes, boxes, waves with
   * noise.
   */
  public static List<byte[]> random(long seed, int count) {
    SplittableRandom seeds = new SplittableRandom(seed);
    List<byte[]> lumas = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      lumas.add(random(i % KINDS, new Random(seeds.nextLong())));
    }
    return lumas;
  }

  private static byte[] random(int kind, Random random) {
    byte[] noise = new byte[BYTES];
    random.nextBytes(noise);
    int a = random.nextInt(256);
    int b = random.nextInt(1, 9);
    int c = random.nextInt(-8, 9);
    return switch (kind) {
      case 0 -> noise;
      case 1 -> paint((x, y) -> (noise[y * SIDE + x] & 0xff) % (b + 1) * (255 / b));
      case 2 -> paint((x, y) -> Math.min(255, a + (noise[y * SIDE + x] & 0xff) % b));
      case 3 -> paint((x, y) -> clamp(a + x * c / 2 + y * (b - 4) / 2));
      case 4 -> boxes(random);
      default ->
          paint(
              (x, y) ->
                  clamp(
                      128
                          + (int) (100 * StrictMath.sin((x * b + y * c + a) / 16.0))
                          + noise[y * SIDE + x] % 16));
    };
  }

  private static byte[] boxes(Random random) {
    byte[] luma = new byte[BYTES];
    Arrays.fill(luma, (byte) random.nextInt(256));
    for (int box = 0; box < 6; box++) {
      int left = random.nextInt(SIDE);
      int right = random.nextInt(left, SIDE) + 1;
      int top = random.nextInt(SIDE);
      int bottom = random.nextInt(top, SIDE) + 1;
      byte value = (byte) random.nextInt(256);
      for (int y = top; y < bottom; y++) {
        Arrays.fill(luma, y * SIDE + left, y * SIDE + right, value);
      }
    }
    return luma;
  }

  private interface Formula {
    int at(int x, int y);
  }

  private static int clamp(int value) {
    return Math.max(0, Math.min(255, value));
  }

  private static byte[] paint(Formula formula) {
    byte[] luma = new byte[BYTES];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        luma[y * SIDE + x] = (byte) formula.at(x, y);
      }
    }
    return luma;
  }
}
