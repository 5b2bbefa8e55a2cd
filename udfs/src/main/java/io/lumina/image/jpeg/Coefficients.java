package io.lumina.image.jpeg;

import io.lumina.raster.Raster;

/** The first coefficients of the brightness, a block each. */
final class Coefficients {
  /** Of libjpeg's table, which takes values modulo its length. */
  private static final int RANGE = 1024;

  private final int width;
  private final int height;
  private final int step;
  private final short[] blocks;
  private boolean overflown;

  Coefficients(Frame frame, int step) {
    this.width = frame.blocksWide();
    this.height = frame.blocksHigh();
    this.step = step;
    this.blocks = new short[Math.multiplyExact(width, height)];
  }

  /** Sets the coefficient of a block; one beyond the edge only fills its unit. */
  void set(int x, int y, long value) {
    if (x < width && y < height) {
      blocks[y * width + x] = (short) value;
      overflown |= value != (short) value;
    }
  }

  void refine(int x, int y, int bit) {
    if (x < width && y < height) {
      blocks[y * width + x] |= (short) bit;
    }
  }

  /** Whether a value had more than 16 bits. */
  boolean isOverflown() {
    return overflown;
  }

  /** The picture, as libjpeg's inverse transform to a single pixel gives it. */
  Raster raster() {
    byte[] limited = new byte[RANGE];
    for (int i = 0; i < RANGE; i++) {
      int value = i < RANGE / 2 ? i : i - RANGE;
      limited[i] = (byte) Math.max(0, Math.min(255, value + 128));
    }
    byte[] grey = new byte[blocks.length];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = limited[blocks[i] * step + 4 >> 3 & RANGE - 1];
    }
    return new Raster(width, height, grey);
  }
}
