package io.lumina.duplicates.group;

import io.lumina.table.ImagesView;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * What the pick inside a duplicate group looks at.
 *
 * @param path its whole path, which no other file of the catalog has
 * @param standing what people said of it, by decisions and by its status
 * @param unreadable whether it is severely corrupt
 * @param fromCamera whether it shows that it comes from a camera ({@link #of})
 * @param quality the components of its score; zeros for what is no picture
 * @param pixels width times height; 0 when unknown
 * @param bytes size of the file
 * @param metadataFields how many metadata fields are known
 * @param dateConfidence 0-100
 * @param rootRank place of its root among the catalog's, 0 first; last when it is not among them
 * @param modifiedAt modification time, if known
 */
public record PickCandidate(
    String path,
    Standing standing,
    boolean unreadable,
    boolean fromCamera,
    Quality quality,
    long pixels,
    long bytes,
    int metadataFields,
    int dateConfidence,
    int rootRank,
    Optional<Instant> modifiedAt) {

  private static final int ORIGINAL_DATE = 95;
  private static final double RAW_FORMAT = 40;
  private static final Set<String> ORIGINAL_SOURCES = Set.of("exif", "xmp", "quicktime");

  /** No camera writes them, so Exif in them speaks of the picture that they were made from. */
  private static final Set<String> RE_ENCODED =
      Set.of("image/png", "image/bmp", "image/x-ms-bmp", "image/webp", "image/gif", "image/avif");

  /**
   * Components of the quality score.
   *
   * @param format 0-40
   * @param resolution 0-30
   * @param size 0-20
   * @param sharpness 0-10
   * @param score their sum as stored, two decimals
   */
  public record Quality(
      double format, double resolution, double size, double sharpness, double score) {
    /** Of what is no picture. */
    public static final Quality NONE = new Quality(0, 0, 0, 0, 0);

    public Quality {
      for (double part : new double[] {format, resolution, size, sharpness, score}) {
        if (!(part >= 0 && part <= 100)) {
          throw new IllegalArgumentException(
              "A part of the quality score is " + part + ", but must lie between 0 and 100");
        }
      }
    }
  }

  public PickCandidate {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(standing, "standing");
    Objects.requireNonNull(quality, "quality");
    Objects.requireNonNull(modifiedAt, "modifiedAt");
  }

  /**
   * Reads a row with the columns of {@link ImagesView}.
   *
   * <p>A file shows that it comes from a camera by make or model with an original date in a format
   * that cameras write, or by being a RAW file.
   *
   * @param roots the catalog's source directories, the preferred one first
   * @param standing what people said of the file
   */
  public static PickCandidate of(Row image, List<String> roots, Standing standing) {
    Quality quality = quality(image);
    String folder = image.getAs(ImagesView.ROOT);
    int root = folder == null ? -1 : roots.indexOf(folder);
    return new PickCandidate(
        image.getAs(ImagesView.SOURCE_PATH),
        standing,
        "severe".equals(image.getAs(ImagesView.CORRUPTION)),
        quality.format() >= RAW_FORMAT || (writtenByCameras(image) && hasOriginalDate(image)),
        quality,
        number(image, ImagesView.WIDTH) * number(image, ImagesView.HEIGHT),
        number(image, ImagesView.SIZE_BYTES),
        (int) number(image, ImagesView.METADATA_FIELDS),
        (int) number(image, ImagesView.DATE_CONFIDENCE),
        root < 0 ? roots.size() : root,
        instant(image.getAs(ImagesView.MODIFIED_AT)));
  }

  private static boolean writtenByCameras(Row image) {
    String mime = image.getAs(ImagesView.MIME_TYPE);
    Row metadata = image.getAs(ImagesView.METADATA);
    return (mime == null || !RE_ENCODED.contains(mime))
        && metadata != null
        && (metadata.getAs("make") != null || metadata.getAs("model") != null);
  }

  private static boolean hasOriginalDate(Row image) {
    int dates = image.fieldIndex(ImagesView.DATES);
    return !image.isNullAt(dates)
        && image.<Row>getList(dates).stream()
            .anyMatch(
                date ->
                    number(date, "confidence") == ORIGINAL_DATE
                        && ORIGINAL_SOURCES.contains(date.<String>getAs("source")));
  }

  private static Quality quality(Row image) {
    Row parts = image.getAs(ImagesView.QUALITY);
    return parts == null
        ? Quality.NONE
        : new Quality(
            parts.getAs("format"),
            parts.getAs("resolution"),
            parts.getAs("size"),
            parts.getAs("sharpness"),
            parts.getAs("score"));
  }

  private static long number(Row row, String column) {
    Number value = row.getAs(column);
    return value == null ? 0 : value.longValue();
  }

  /** Spark hands out either class, by configuration. */
  private static Optional<Instant> instant(Object time) {
    return time instanceof java.sql.Timestamp stamp
        ? Optional.of(stamp.toInstant())
        : Optional.ofNullable((Instant) time);
  }
}
