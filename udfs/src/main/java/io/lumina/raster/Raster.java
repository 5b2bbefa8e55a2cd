package io.lumina.raster;

import java.util.Objects;

/**
 * A grey picture: {@code width × height} unsigned 8-bit values in row-major order.
 *
 * @param width columns, at least 1
 * @param height rows, at least 1
 * @param grey {@code width * height} values, not copied
 */
public record Raster(int width, int height, byte[] grey) implements Rows {

  /** Sides of a luma, the raster that all hashes come from. */
  public static final int LUMA_SIDE = 64;

  public Raster {
    Objects.requireNonNull(grey, "grey");
    if (width < 1 || height < 1 || (long) width * height != grey.length) {
      throw new IllegalArgumentException(
          "A raster of " + width + "x" + height + " cannot have " + grey.length + " values");
    }
  }

  /**
   * The 64×64 luma whose values these are.
   *
   * @throws IllegalArgumentException when there are not 4096 values
   */
  public static Raster luma(byte[] values) {
    if (values.length != LUMA_SIDE * LUMA_SIDE) {
      throw new IllegalArgumentException(
          "A luma has 4096 values (64x64), not " + values.length + "; decode the picture to one");
    }
    return new Raster(LUMA_SIDE, LUMA_SIDE, values);
  }

  /** The value at a column and a row, 0 to 255. */
  public int at(int x, int y) {
    return grey[y * width + x] & 0xff;
  }

  @Override
  public void row(int y, byte[] into) {
    System.arraycopy(grey, y * width, into, 0, width);
  }
}
