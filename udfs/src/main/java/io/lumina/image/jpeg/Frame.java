package io.lumina.image.jpeg;

import java.util.Arrays;

/**
 * A frame header (ITU-T T.81 B.2.2) of one component, or of three whose first is the finest.
 *
 * @param progressive whether it is SOF2
 * @param width pixels
 * @param height pixels
 * @param ids of the components
 * @param across samples of each component in a unit
 * @param down the same from top to bottom
 * @param quantization table of each component
 */
record Frame(
    boolean progressive,
    int width,
    int height,
    int[] ids,
    int[] across,
    int[] down,
    int[] quantization) {

  /** What libjpeg takes. */
  private static final int LONGEST_SIDE = 65_500;

  /**
   * The frame of the segment at a position.
   *
   * @param height of the picture, where the header leaves it open
   */
  static Frame of(byte[] content, int at, int height) {
    int components = Markers.u8(content, at + 9);
    int[][] columns = new int[4][components];
    for (int i = 0; i < components; i++) {
      int entry = at + 10 + 3 * i;
      columns[0][i] = Markers.u8(content, entry);
      columns[1][i] = Markers.u8(content, entry + 1) >> 4;
      columns[2][i] = Markers.u8(content, entry + 1) & 15;
      columns[3][i] = Markers.u8(content, entry + 2);
    }
    int written = Markers.u16(content, at + 5);
    return new Frame(
        Markers.u8(content, at + 1) == 0xc2,
        Markers.u16(content, at + 7),
        written == 0 ? height : written,
        columns[0],
        columns[1],
        columns[2],
        columns[3]);
  }

  boolean isWithin(long maxPixels) {
    return (long) width * height <= maxPixels;
  }

  /** Whether no component is finer than the brightness. */
  boolean isFinestFirst() {
    boolean finest = true;
    for (int i = 0; i < ids.length; i++) {
      finest &= across[i] > 0 && across[i] <= across[0] && down[i] > 0 && down[i] <= down[0];
    }
    return finest;
  }

  /** Whether the brightness is finer than the others by a factor that encoders use. */
  boolean isUsual() {
    boolean usual = true;
    for (int i = 0; i < ids.length; i++) {
      usual &= isUsual(across[i], across[0]) && isUsual(down[i], down[0]);
    }
    return usual;
  }

  private static boolean isUsual(int samples, int most) {
    return (most == 1 || most == 2 || most == 4) && most % samples == 0;
  }

  boolean isSound() {
    return width > 0
        && Math.max(width, height) <= LONGEST_SIDE
        && Arrays.stream(ids).distinct().count() == ids.length
        && Arrays.stream(quantization).allMatch(table -> table < 4);
  }

  /** The place of a component; -1 where there is none. */
  int component(int id) {
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == id) {
        return i;
      }
    }
    return -1;
  }

  int blocksWide() {
    return ceil(width, 8);
  }

  int blocksHigh() {
    return ceil(height, 8);
  }

  /** Blocks of a component that is alone in its scan: without those that only fill units. */
  int blocksWide(int component) {
    return ceil(ceil(width * across[component], across[0]), 8);
  }

  int blocksHigh(int component) {
    return ceil(ceil(height * down[component], down[0]), 8);
  }

  int unitsWide() {
    return ceil(width, 8 * across[0]);
  }

  int unitsHigh() {
    return ceil(height, 8 * down[0]);
  }

  private static int ceil(int value, int by) {
    return (value + by - 1) / by;
  }
}
