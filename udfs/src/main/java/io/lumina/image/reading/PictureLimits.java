package io.lumina.image.reading;

import java.time.Duration;
import java.util.Objects;

/**
 * What one file may cost.
 *
 * @param maxPixels pixels that a header may announce, before anything is decoded
 * @param maxDecodedBytes native memory that one decode may need: formats without a reduced decode
 *     (PNG, WebP, TIFF, GIF, BMP) and JPEGs of several scans hold the whole picture at once. The
 *     default of 512 MiB keeps two tasks near 1 GiB, and lets a 20,000×20,000 grey PNG pass
 * @param perFile wall clock of one decode in the child process; in-process decodes are bounded by
 *     the two sizes
 */
public record PictureLimits(long maxPixels, long maxDecodedBytes, Duration perFile) {

  public static final PictureLimits DEFAULTS =
      new PictureLimits(400_000_000L, Duration.ofSeconds(10));

  private static final long DEFAULT_DECODED_BYTES = 512L << 20;

  public PictureLimits {
    Objects.requireNonNull(perFile, "perFile");
    if (maxPixels < 1) {
      throw new IllegalArgumentException(
          "At least 1 pixel must be allowed for a picture, not " + maxPixels);
    }
    if (maxDecodedBytes < 1) {
      throw new IllegalArgumentException(
          "At least 1 byte must be allowed for a decode, not " + maxDecodedBytes);
    }
    if (perFile.isNegative() || perFile.isZero()) {
      throw new IllegalArgumentException("The time for a file must be above zero, not " + perFile);
    }
  }

  /** With the default of 512 MiB for a decode. */
  public PictureLimits(long maxPixels, Duration perFile) {
    this(maxPixels, DEFAULT_DECODED_BYTES, perFile);
  }
}
