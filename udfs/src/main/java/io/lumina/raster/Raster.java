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

  public Raster {
    Objects.requireNonNull(grey, "grey");
    if (width < 1 || height < 1 || (long) width * height != grey.length) {
      throw new IllegalArgumentException(
          "A raster of " + width + "x" + height + " cannot have " + grey.length + " values");
    }
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
