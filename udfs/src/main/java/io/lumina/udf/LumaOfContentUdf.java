package io.lumina.udf;

import io.lumina.image.reading.PictureReading;

/** The 64x64 grey raster of a file's picture; null where there is none. */
public class LumaOfContentUdf extends PictureUdf<byte[]> {
  @Override
  protected byte[] of(PictureReading reading) {
    return reading.hasLuma() ? reading.luma() : null;
  }
}
