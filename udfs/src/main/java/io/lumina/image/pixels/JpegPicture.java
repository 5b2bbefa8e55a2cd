package io.lumina.image.pixels;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_8;

import io.lumina.image.jpeg.Eighth;
import io.lumina.image.jpeg.EighthDecoder;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;
import io.lumina.image.reading.JpegDecoder;
import io.lumina.image.reading.PictureReading;
import io.lumina.image.structure.JpegStructure;
import io.lumina.image.structure.Structure;
import io.lumina.image.structure.Verdict;
import io.lumina.raster.Box;
import java.util.Optional;

/**
 * The fast path: a JPEG stream decoded in grey at the smallest scale that is large enough. At an
 * eighth our own decoder did that before; it and OpenCV give the same bits.
 */
public final class JpegPicture {
  private static final int ENOUGH = PictureReading.LUMA_SIDE;

  private JpegPicture() {}

  /**
   * The luma of the JPEG stream in {@code content[from, to)}.
   *
   * @param orientation Exif orientation to apply
   * @param verdict takes {@code truncated} where only an added end marker gave a picture, and what
   *     is wrong where there is none
   */
  public static Optional<byte[]> luma(
      byte[] content, int from, int to, JpegStructure jpeg, int orientation, Verdict verdict) {
    Structure structure = jpeg.structure();
    boolean isAtEighth = scale(jpeg.width(), jpeg.height()) == 8;
    if (isAtEighth && jpeg.eighth().isTaken()) {
      verdict.jpegBy(JpegDecoder.OURS);
      return eighth(jpeg.eighth(), jpeg, orientation);
    }
    if (verdict.fitsAtOnce(structure)) {
      verdict.jpegBy(JpegDecoder.OPENCV);
      return atOnce(content, from, to, jpeg, orientation, verdict.decodeDamage());
    }
    // The height may stand behind the first scan.
    Eighth eighth =
        isAtEighth
            ? EighthDecoder.decode(content, from, to, jpeg.height(), structure.pixels())
            : Eighth.NONE;
    if (eighth.raster().isEmpty()) {
      verdict.tooLarge(structure);
      return Optional.empty();
    }
    verdict.jpegBy(JpegDecoder.OURS);
    Damage damage = verdict.decodeDamage();
    eighth.fault().ifPresent(fault -> damage.moderate(CorruptionReason.BROKEN_STREAM, fault));
    return eighth(eighth, jpeg, orientation);
  }

  private static Optional<byte[]> eighth(Eighth eighth, JpegStructure jpeg, int orientation) {
    return eighth.raster().map(raster -> Luma.of(raster, box(jpeg, 8), orientation));
  }

  private static Box box(JpegStructure jpeg, int scale) {
    return new Box((double) jpeg.width() / scale, (double) jpeg.height() / scale);
  }

  private static Optional<byte[]> atOnce(
      byte[] content, int from, int to, JpegStructure jpeg, int orientation, Damage damage) {
    int scale = scale(jpeg.width(), jpeg.height());
    int flags = IMREAD_IGNORE_ORIENTATION | reduced(scale);
    try (NativeImage image = new NativeImage(content, from, to)) {
      if (jpeg.height() > 0) {
        // The same bytes again, but for a height that stood behind the first scan (DNL).
        image.patch(jpeg.heightAt() - from, jpeg.height());
      }
      Optional<NativeImage.Decoded> decoded = image.decode(flags);
      if (decoded.isEmpty()) {
        decoded = image.decodeWithEnd(flags);
        if (decoded.isPresent()) {
          damage.minor(CorruptionReason.TRUNCATED, "The picture data end early");
        }
      }
      if (decoded.isEmpty()) {
        // RGB streams have no grey to give.
        scale = 1;
        decoded = image.decodeWithEnd(IMREAD_IGNORE_ORIENTATION | IMREAD_COLOR);
      }
      if (decoded.isEmpty()) {
        return Optional.empty();
      }
      try (NativeImage.Decoded rows = decoded.get()) {
        return Optional.of(Luma.of(rows, box(jpeg, scale), orientation));
      }
    }
  }

  /** 8, 4, 2 or 1: the largest that leaves 64 pixels on the shorter side. */
  public static int scale(int width, int height) {
    int shorter = Math.min(width, height);
    for (int scale = 8; scale > 1; scale /= 2) {
      if (shorter >= scale * ENOUGH) {
        return scale;
      }
    }
    return 1;
  }

  private static int reduced(int scale) {
    return switch (scale) {
      case 8 -> IMREAD_REDUCED_GRAYSCALE_8;
      case 4 -> IMREAD_REDUCED_GRAYSCALE_4;
      case 2 -> IMREAD_REDUCED_GRAYSCALE_2;
      default -> IMREAD_GRAYSCALE;
    };
  }
}
