package io.lumina.analyze;

import io.lumina.image.Corruption;
import io.lumina.image.CorruptionReason;
import io.lumina.image.FileFormat;
import io.lumina.image.MediaInfo;
import io.lumina.image.MediaKind;
import io.lumina.image.PictureLimits;
import io.lumina.image.PictureReader;
import io.lumina.image.PictureReading;
import io.lumina.meta.AnimationLength;
import io.lumina.meta.Metadata;
import io.lumina.meta.MetadataField;
import io.lumina.meta.MetadataReader;
import io.lumina.meta.MetadataReading;
import io.lumina.meta.SidecarReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;

/** From the bytes of one file to its content row. One for each thread; bad input never throws. */
final class ContentReader implements AutoCloseable {
  /** Reason of a severe corruption: reading it failed in a way that nobody thought of. */
  static final String ANALYSIS_FAILED = "analysis_failed";

  private final PictureReader pictures;
  private final MetadataReader metadata = new MetadataReader();
  private final SidecarReader sidecars = new SidecarReader();

  ContentReader(AnalyzeConfig config) {
    // The decoder's process gives up a little earlier than the whole, so that its metadata stay.
    Duration decode = config.perFile().multipliedBy(9).dividedBy(10);
    this.pictures = new PictureReader(new PictureLimits(config.maxPixels(), decode));
  }

  /** The row of a picture, clip, recording or something unknown that is in memory. */
  Row media(byte[] content, String sha256, FileFormat format) {
    try {
      return analysed(content, sha256, format);
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return failed(new ContentRow(sha256, content.length, format), e);
    }
  }

  private Row analysed(byte[] content, String sha256, FileFormat format) {
    MetadataReading read = metadata.read(content);
    ContentRow row = new ContentRow(sha256, content.length, format).metadata(read);
    if (format.kind() == MediaKind.VIDEO || format.kind() == MediaKind.AUDIO) {
      MediaInfo info = pictures.probe(content);
      info.corruption().ifPresent(row::corruption);
      return row.metadata(read.metadata().or(of(info))).size(info.width(), info.height()).row();
    }
    PictureReading picture = pictures.read(content, format);
    picture.corruption().ifPresent(row::corruption);
    picture.issues().forEach(issue -> row.issue(issue.code(), issue.detail()));
    OptionalDouble length = AnimationLength.of(content);
    if (length.isPresent()) {
      row.metadata(
          read.metadata().or(new Metadata(Map.of(MetadataField.DURATION, length.getAsDouble()))));
    }
    return row.size(picture.width(), picture.height()).luma(picture.luma()).row();
  }

  /** The row of an XMP or JSON file beside a picture. */
  Row sidecar(byte[] content, String sha256, String fileName) {
    ContentRow row = ContentRow.sidecar(sha256, content.length);
    try {
      return row.metadata(sidecars.read(content, fileName)).row();
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return failed(row, e);
    }
  }

  /**
   * The row of a file that is too large for memory: what its metadata say.
   *
   * @param stream is read as far as the metadata reach
   */
  Row streamed(InputStream stream, FileFormat format, long size, long limit) throws IOException {
    ContentRow row = new ContentRow("", size, format);
    try {
      row.metadata(metadata.read(stream));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return failed(row, e);
    }
    if (format.kind() == MediaKind.IMAGE) {
      row.corruption(
          new Corruption(
              Corruption.Severity.SEVERE,
              "too_many_bytes",
              size
                  + " bytes; the least of analyze.max-bytes-in-memory and a third of the heap is "
                  + limit));
    } else if (format == FileFormat.UNKNOWN) {
      row.corruption(unknown());
    }
    return row.row();
  }

  /** What the parsers let through is at most one row's loss. */
  private static Row failed(ContentRow row, Throwable e) {
    return row.corruption(
            new Corruption(Corruption.Severity.SEVERE, ANALYSIS_FAILED, "A mistake of ours: " + e))
        .row();
  }

  /** The row of a file whose analysis did not end in time. */
  static Row overdue(String sha256, long size, FileFormat format, AnalyzeConfig config) {
    return new ContentRow(sha256, size, format)
        .corruption(
            new Corruption(
                Corruption.Severity.SEVERE,
                CorruptionReason.TIME_LIMIT,
                "Longer than analyze.time-per-file = " + config.perFile().toSeconds() + " s"))
        .row();
  }

  private static Corruption unknown() {
    return new Corruption(
        Corruption.Severity.SEVERE,
        CorruptionReason.UNKNOWN_FORMAT,
        "The first bytes belong to no known format");
  }

  private static Metadata of(MediaInfo info) {
    Map<MetadataField, Object> values = new EnumMap<>(MetadataField.class);
    if (info.durationSeconds().isPresent()) {
      values.put(MetadataField.DURATION, info.durationSeconds().getAsDouble());
    }
    info.videoCodec()
        .or(info::audioCodec)
        .ifPresent(codec -> values.put(MetadataField.CODEC, codec));
    if (info.width() > 0 && info.height() > 0) {
      values.put(MetadataField.WIDTH, info.width());
      values.put(MetadataField.HEIGHT, info.height());
    }
    return new Metadata(values);
  }

  @Override
  public void close() {
    pictures.close();
  }
}
