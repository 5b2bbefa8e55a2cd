package io.lumina.image;

import io.lumina.image.pixels.JpegPicture;
import io.lumina.image.reading.PictureLimits;
import io.lumina.image.reading.PictureReading;
import io.lumina.image.structure.JpegStructure;
import io.lumina.image.structure.Verdict;
import java.util.Optional;

/** A JPEG as it is read where our own decoder does not come first. */
final class WalkedJpeg {
  private WalkedJpeg() {}

  static PictureReading read(byte[] content) {
    Verdict verdict = new Verdict(PictureLimits.DEFAULTS);
    JpegStructure jpeg = JpegStructure.of(content, 0);
    if (!verdict.accepts(jpeg)) {
      return verdict.reading(Optional.empty());
    }
    Optional<byte[]> luma =
        JpegPicture.luma(content, 0, content.length, jpeg, jpeg.orientation(), verdict);
    if (luma.isEmpty() && !verdict.isHindered()) {
      verdict.undecodable();
    }
    return verdict.reading(luma);
  }
}
