package io.lumina.analyze.read;

import io.lumina.container.FileFormat;
import io.lumina.container.MediaKind;
import io.lumina.image.PictureReader;
import io.lumina.image.reading.Corruption;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Hindrance;
import io.lumina.image.reading.JpegDecoder;
import io.lumina.image.reading.MediaInfo;
import io.lumina.image.reading.PictureLimits;
import io.lumina.image.reading.PictureReading;
import io.lumina.meta.MetadataReader;
import io.lumina.meta.StreamedMetadata;
import io.lumina.meta.field.Metadata;
import io.lumina.meta.field.MetadataField;
import io.lumina.meta.field.MetadataReading;
import io.lumina.meta.film.AnimationLength;
import io.lumina.meta.sidecar.SidecarReader;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;

/** From the bytes of one file to its content row. One for each thread; bad input never throws. */
public final class ContentReader implements AutoCloseable {
  /** Reason of a hindrance: reading it failed in a way that nobody thought of. */
  public static final String ANALYSIS_FAILED = CorruptionReason.ANALYSIS_FAILED;

  private final AnalyzeConfig config;
  private final PictureReader pictures;
  private final MetadataReader metadata = new MetadataReader();
  private final SidecarReader sidecars = new SidecarReader();
  private final Map<JpegDecoder, Long> jpegs = new EnumMap<>(JpegDecoder.class);

  ContentReader(AnalyzeConfig config) {
    // The decoder's process gives up a little earlier than the whole, so that its metadata stay.
    Duration decode = config.perFile().multipliedBy(9).dividedBy(10);
    this.config = config;
    this.pictures =
        new PictureReader(new PictureLimits(config.maxPixels(), config.decodeBytes(), decode));
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
      info.hindrance().ifPresent(by -> row.hindrance(whole(by)));
      return row.metadata(read.metadata().or(of(info))).size(info.width(), info.height()).row();
    }
    PictureReading picture = pictures.read(content, format);
    picture.jpegBy().ifPresent(by -> jpegs.merge(by, 1L, Long::sum));
    picture.corruption().ifPresent(row::corruption);
    picture.hindrance().ifPresent(by -> row.hindrance(whole(by)));
    picture.issues().stream()
        .filter(issue -> !Hindrance.REASONS.contains(issue.code()))
        .forEach(issue -> row.issue(issue.code(), issue.detail()));
    OptionalDouble length = AnimationLength.of(content);
    if (length.isPresent()) {
      row.metadata(
          read.metadata().or(new Metadata(Map.of(MetadataField.DURATION, length.getAsDouble()))));
    }
    return row.size(picture.width(), picture.height()).luma(picture.luma()).row();
  }

  /** How many JPEGs each decoder decoded since this was asked for. */
  Map<JpegDecoder, Long> takeJpegs() {
    Map<JpegDecoder, Long> taken = Map.copyOf(jpegs);
    jpegs.clear();
    return taken;
  }

  /** The row of an XMP or JSON file beside a picture. */
  Row sidecar(byte[] content, String sha256) {
    ContentRow row = ContentRow.sidecar(sha256, content.length);
    try {
      return row.metadata(sidecars.read(content)).row();
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return failed(row, e);
    }
  }

  /** The decoder has a share of the time of a file: what counts is the whole. */
  private Hindrance whole(Hindrance by) {
    return by.reason().equals(CorruptionReason.TIME_LIMIT) ? late(by.detail(), config) : by;
  }

  private static Hindrance late(String detail, AnalyzeConfig config) {
    long limit = config.perFile().toMillis();
    return new Hindrance(CorruptionReason.TIME_LIMIT, limit + 1, limit, detail);
  }

  /**
   * The row of a file that is too large for memory: what its metadata say.
   *
   * @param kept what holds them
   * @param damage found while it passed by
   * @param limit on the bytes of a picture
   */
  Row streamed(
      StreamedMetadata kept,
      Optional<Corruption> damage,
      String sha256,
      FileFormat format,
      long size,
      long limit) {
    ContentRow row = new ContentRow(sha256, size, format);
    try {
      row.metadata(kept.read());
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return failed(row, e);
    }
    damage.ifPresent(row::corruption);
    if (format.kind() == MediaKind.IMAGE) {
      row.hindrance(
          new Hindrance(
              CorruptionReason.TOO_MANY_BYTES,
              size,
              limit,
              "%d bytes, the limit is %d".formatted(size, limit)));
    } else if (format == FileFormat.UNKNOWN) {
      row.corruption(unknown());
    }
    return row.row();
  }

  /** What the parsers let through is at most one row's loss. */
  private static Row failed(ContentRow row, Throwable e) {
    return row.hindrance(
            e instanceof OutOfMemoryError
                ? Hindrance.outOfMemory("Reading it", e)
                : Hindrance.ofOurs(ANALYSIS_FAILED, "A mistake of ours: " + e))
        .row();
  }

  /** The row of a file whose analysis did not end in time. */
  static Row overdue(String sha256, long size, FileFormat format, AnalyzeConfig config) {
    return new ContentRow(sha256, size, format)
        .hindrance(late("Longer than " + config.perFile().toSeconds() + " s", config))
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
    return Metadata.ofPossible(values);
  }

  @Override
  public void close() {
    pictures.close();
  }
}
