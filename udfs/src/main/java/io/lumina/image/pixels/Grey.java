package io.lumina.image.pixels;

/** From colour to grey as Pillow does it. */
public final class Grey {
  private Grey() {}

  /** {@code L = (19595·R + 38470·G + 7471·B + 32768) >> 16}, all 0 to 255. */
  public static int of(int red, int green, int blue) {
    return (19595 * red + 38470 * green + 7471 * blue + 32768) >> 16;
  }

  /** A value seen over white; alpha 255 is opaque. */
  public static int overWhite(int value, int alpha) {
    return alpha == 255 ? value : (value * alpha + 255 * (255 - alpha) + 127) / 255;
  }
}
