package io.lumina.image;

import io.lumina.container.FileFormat;
import io.lumina.image.pixels.Luma;
import io.lumina.image.pixels.NativeImage;
import io.lumina.image.pixels.PngFilm;
import io.lumina.image.reading.PictureLimits;
import io.lumina.image.reading.PictureReading;
import io.lumina.image.structure.Orientation;
import io.lumina.raster.Rows;
import java.util.Arrays;
import java.util.Optional;

/**
 * What an animation (a GIF, PNG or WebP) shows in the middle and at its end. Each frame is painted
 * over the one before it, so all before it are decoded too: an animation of more pixels than a
 * share of those of a picture is left alone.
 */
public final class LaterFrames {
  /** Values of what is given: the luma of the one frame, then that of the other. */
  public static final int LENGTH = 2 * PictureReading.LUMA_SIDE * PictureReading.LUMA_SIDE;

  /** Decoding a frame costs three times what a picture does, and nearly all has to be twice. */
  private static final int SHARE = 4;

  /** Even the smallest frame costs something. */
  private static final long LEAST_PIXELS = 4096;

  private LaterFrames() {}

  /**
   * Their lumas; empty where they are beyond the limits or are not decoded.
   *
   * @param content the whole file
   * @param picture what reading its first frame gave
   * @param middle a frame, counted from 0
   * @param last another one
   */
  public static Optional<byte[]> of(
      byte[] content,
      FileFormat format,
      PictureReading picture,
      int middle,
      int last,
      PictureLimits limits) {
    long canvas = Math.max(LEAST_PIXELS, (long) picture.width() * picture.height());
    long frames = middle + 1L + last + 1L;
    if (!picture.hasLuma() || canvas > limits.maxPixels() / SHARE / frames) {
      return Optional.empty();
    }
    if (format == FileFormat.PNG) {
      PngFilm film = new PngFilm(content, picture.width(), picture.height());
      return film.show(middle)
          .map(LaterFrames::luma)
          .flatMap(one -> film.show(last).map(rows -> both(one, luma(rows))));
    }
    try (NativeImage image = new NativeImage(content, 0, content.length)) {
      return luma(image, middle).flatMap(one -> luma(image, last).map(other -> both(one, other)));
    }
  }

  private static Optional<byte[]> luma(NativeImage image, int frame) {
    Optional<NativeImage.Decoded> decoded = image.frame(frame);
    if (decoded.isEmpty()) {
      return Optional.empty();
    }
    try (NativeImage.Decoded rows = decoded.get()) {
      return Optional.of(luma(rows));
    }
  }

  private static byte[] luma(Rows rows) {
    return Luma.of(rows, Orientation.UPRIGHT);
  }

  private static byte[] both(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
