package io.lumina.quality;

import java.util.Objects;

/**
 * The technical quality of a picture, 0 to 100, with the components it is the sum of. All values
 * have two decimals; the total is rounded from the exact sum, so it may be off the sum of the
 * rounded components by a hundredth.
 *
 * @param format 15 to 40
 * @param resolution 0 to 30: 15 + 8 log10(megapixels + 1)
 * @param size 0 to 20: bytes a megapixel, 20 points at 10 MB and more
 * @param sharpness 0 to 10
 * @param total 0 to 100
 */
public record QualityScore(
    double format, double resolution, double size, double sharpness, double total) {
  private static final double MAX_RESOLUTION = 30;
  private static final double MAX_SIZE = 20;
  private static final double MAX_SHARPNESS = 10;
  private static final double FULL_BYTES_PER_MEGAPIXEL = 1e7;

  /**
   * The score of a picture. Without pixels (0×0: the size is unknown) resolution and size give no
   * points.
   *
   * @param format what kind of file it is
   * @param width pixels, 0 when unknown
   * @param height pixels, 0 when unknown
   * @param bytes length of the file
   * @param sharpness 0 to 1, see {@link Sharpness}; 0 when there is no luma
   * @throws IllegalArgumentException when a number is negative or the sharpness outside 0..1
   */
  public static QualityScore of(
      FormatClass format, int width, int height, long bytes, double sharpness) {
    Objects.requireNonNull(format, "format");
    if (width < 0 || height < 0 || bytes < 0) {
      throw new IllegalArgumentException(
          "A file of " + bytes + " bytes cannot hold a picture of " + width + "x" + height);
    }
    if (!(sharpness >= 0 && sharpness <= 1)) {
      throw new IllegalArgumentException("A sharpness is 0 to 1, not " + sharpness);
    }
    double megapixels = (double) width * height / 1e6;
    double resolution = resolution(megapixels);
    double size = size(bytes, megapixels);
    double sharp = MAX_SHARPNESS * sharpness;
    return new QualityScore(
        format.points(),
        rounded(resolution),
        rounded(size),
        rounded(sharp),
        rounded(format.points() + resolution + size + sharp));
  }

  private static double resolution(double megapixels) {
    return megapixels == 0
        ? 0
        : Math.min(MAX_RESOLUTION, 15 + 8 * StrictMath.log10(megapixels + 1));
  }

  private static double size(long bytes, double megapixels) {
    return megapixels == 0
        ? 0
        : Math.min(MAX_SIZE, MAX_SIZE * (bytes / megapixels) / FULL_BYTES_PER_MEGAPIXEL);
  }

  private static double rounded(double points) {
    return Math.round(points * 100) / 100.0;
  }
}
