package io.lumina.meta;

import io.lumina.container.BigEndian;
import io.lumina.container.TiffReader;
import io.lumina.container.TiffTag;
import io.lumina.meta.field.Findings;

/** The size of a BigTIFF, the form with 64-bit offsets that the general parser does not know. */
final class BigTiffSize {
  private BigTiffSize() {}

  /** Little endian only: nobody is known to write the other order. */
  static boolean matches(byte[] content) {
    return content.length > 24 && BigEndian.startsWith(content, 0, "II+\0\u0008\0");
  }

  static void read(byte[] content, Findings found) {
    TiffReader.at(content, 0)
        .ifPresent(
            tiff -> {
              TiffReader.Ifd first = tiff.ifd(tiff.firstOffset());
              found.size(tiff.value(first, TiffTag.WIDTH, 0), tiff.value(first, TiffTag.HEIGHT, 0));
            });
  }
}
