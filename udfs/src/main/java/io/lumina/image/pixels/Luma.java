package io.lumina.image.pixels;

import io.lumina.image.reading.PictureReading;
import io.lumina.image.structure.Orientation;
import io.lumina.raster.Box;
import io.lumina.raster.Lanczos;
import io.lumina.raster.Rows;

/** From a decoded picture to the 64×64 luma. */
public final class Luma {
  private Luma() {}

  /**
   * @param box what of the rows is picture
   * @param orientation Exif orientation, 1 to 8
   */
  public static byte[] of(Rows rows, Box box, int orientation) {
    int side = PictureReading.LUMA_SIDE;
    Box inside =
        new Box(Math.min(box.width(), rows.width()), Math.min(box.height(), rows.height()));
    byte[] square = Lanczos.resize(rows, inside, side, side).grey();
    return Orientation.apply(orientation, square, side);
  }

  public static byte[] of(Rows rows, int orientation) {
    return of(rows, new Box(rows.width(), rows.height()), orientation);
  }
}
