package io.lumina.raster;

/**
 * The part of a raster that is resized, in fractional pixels.
 *
 * @param width from the left edge, above 0
 * @param height from the top edge, above 0
 */
public record Box(double width, double height) {

  public Box {
    if (!(width > 0) || !(height > 0)) {
      throw new IllegalArgumentException("A box of " + width + "x" + height + " is empty");
    }
  }

  /** The whole of a raster. */
  public static Box of(Raster raster) {
    return new Box(raster.width(), raster.height());
  }
}
