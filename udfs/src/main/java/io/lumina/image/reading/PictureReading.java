package io.lumina.image.reading;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What decoding a file's picture gave.
 *
 * @param width pixels as stored, before orientation; 0 when unknown
 * @param height pixels as stored, before orientation; 0 when unknown
 * @param luma 64×64 grey values, row-major, orientation applied; empty when there is no picture
 * @param corruption damage met on the way
 * @param issues oddities met on the way, such as {@code pixels_skipped}, and the hindrance
 * @param hindrance why nobody looked at the picture; empty where somebody did, or none can
 * @param jpegBy who decoded it, if it is a JPEG or the preview of a RAW and has a luma
 */
public record PictureReading(
    int width,
    int height,
    byte[] luma,
    Optional<Corruption> corruption,
    List<Issue> issues,
    Optional<Hindrance> hindrance,
    Optional<JpegDecoder> jpegBy) {

  /** Sides of the luma raster. */
  public static final int LUMA_SIDE = 64;

  public PictureReading {
    Objects.requireNonNull(corruption, "corruption");
    Objects.requireNonNull(hindrance, "hindrance");
    Objects.requireNonNull(jpegBy, "jpegBy");
    issues = List.copyOf(issues);
    if (width < 0 || height < 0) {
      throw new IllegalArgumentException("A picture cannot be " + width + "x" + height);
    }
    if (luma.length != 0 && luma.length != LUMA_SIDE * LUMA_SIDE) {
      throw new IllegalArgumentException(
          "A luma has " + LUMA_SIDE * LUMA_SIDE + " values or none, not " + luma.length);
    }
  }

  public boolean hasLuma() {
    return luma.length != 0;
  }

  /** A file with no picture to read, for a reason that is damage. */
  public static PictureReading unreadable(String reason, String detail) {
    Corruption corruption = new Corruption(Corruption.Severity.SEVERE, reason, detail);
    return new PictureReading(
        0, 0, new byte[0], Optional.of(corruption), List.of(), Optional.empty(), Optional.empty());
  }
}
