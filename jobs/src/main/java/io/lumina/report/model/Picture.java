package io.lumina.report.model;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A file of the catalog, as far as a report shows it.
 *
 * @param imageId id of the image
 * @param sha256 checksum of the content; empty when it was not read
 * @param sourcePath plain path for local files, the URI for others
 * @param relativePath path below its source directory, with forward slashes
 * @param fileType image, video, audio or other
 * @param format name of the format, such as JPEG; empty when unknown
 * @param sizeBytes size of the file
 * @param width pixels as stored, 0 when unknown
 * @param height pixels as stored, 0 when unknown
 * @param orientation Exif orientation 1-8; 1 when unknown
 * @param taken best date
 * @param corruption none, or minor, moderate or severe
 * @param score for a picture that has one
 */
public record Picture(
    String imageId,
    String sha256,
    String sourcePath,
    String relativePath,
    String fileType,
    String format,
    long sizeBytes,
    int width,
    int height,
    int orientation,
    Taken taken,
    Optional<String> corruption,
    Optional<Score> score) {

  public Picture {
    Objects.requireNonNull(imageId, "imageId");
    Objects.requireNonNull(sha256, "sha256");
    Objects.requireNonNull(sourcePath, "sourcePath");
    Objects.requireNonNull(relativePath, "relativePath");
    Objects.requireNonNull(fileType, "fileType");
    format = format.toUpperCase(Locale.ROOT);
    Objects.requireNonNull(taken, "taken");
    Objects.requireNonNull(corruption, "corruption");
    Objects.requireNonNull(score, "score");
  }

  /**
   * When a picture was taken.
   *
   * @param at local wall clock; empty when there is no date at all
   * @param confidence 0-100
   * @param source where the date comes from, such as exif; empty without a date
   */
  public record Taken(Optional<LocalDateTime> at, int confidence, String source) {
    public Taken {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(source, "source");
    }
  }

  /** The last part of the path. */
  public String fileName() {
    return relativePath.substring(relativePath.lastIndexOf('/') + 1);
  }

  /** The path without the file name and its slash; empty at the root. */
  public String folder() {
    int slash = relativePath.lastIndexOf('/');
    return slash < 0 ? "" : relativePath.substring(0, slash);
  }

  /** Columns as shown, orientation applied; 0 when unknown. */
  public int shownWidth() {
    return onItsSide() ? height : width;
  }

  /** Rows as shown, orientation applied; 0 when unknown. */
  public int shownHeight() {
    return onItsSide() ? width : height;
  }

  private boolean onItsSide() {
    return orientation >= 5 && orientation <= 8;
  }
}
