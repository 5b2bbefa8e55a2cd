package io.lumina.analyze.read;

import io.lumina.container.FileFormat;
import io.lumina.container.MediaKind;
import io.lumina.image.LaterFrames;
import io.lumina.image.PictureReader;
import io.lumina.image.reading.Corruption;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Hindrance;
import io.lumina.image.reading.Issue;
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

/** From the bytes of one file to what they hold. One for each thread; bad input never throws. */
public final class ContentReader implements AutoCloseable {
  /** Reason of a hindrance: reading it failed in a way that nobody thought of. */
  public static final String ANALYSIS_FAILED = CorruptionReason.ANALYSIS_FAILED;

  private final AnalyzeConfig config;
  private final PictureLimits limits;
  private final PictureReader pictures;
  private final MetadataReader metadata = new MetadataReader();
  private final SidecarReader sidecars = new SidecarReader();
  private final Map<JpegDecoder, Long> jpegs = new EnumMap<>(JpegDecoder.class);

  ContentReader(AnalyzeConfig config) {
    // The decoder's process gives up a little earlier than the whole, so that its metadata stay.
    Duration decode = config.perFile().multipliedBy(9).dividedBy(10);
    this.config = config;
    this.limits = new PictureLimits(config.maxPixels(), config.decodeBytes(), decode);
    this.pictures = new PictureReader(limits);
  }

  /** A picture, clip, recording or something unknown that is in memory. */
  Content media(byte[] content, String sha256, FileFormat format) {
    Content start = Content.of(sha256, content.length, format);
    try {
      MetadataReading read = metadata.read(content);
      return format.kind() == MediaKind.VIDEO || format.kind() == MediaKind.AUDIO
          ? probed(start.saying(read), content)
          : decoded(start.saying(read), content, format);
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return failed(start, e);
    }
  }

  private Content probed(Content read, byte[] content) {
    MediaInfo info = pictures.probe(content);
    Content probed =
        read.saying(read.reading().metadata().or(of(info)))
            .sized(info.width(), info.height())
            .damaged(info.corruption());
    return info.hindrance().map(by -> probed.hindered(whole(by))).orElse(probed);
  }

  private Content decoded(Content read, byte[] content, FileFormat format) {
    PictureReading picture = pictures.read(content, format);
    picture.jpegBy().ifPresent(by -> jpegs.merge(by, 1L, Long::sum));
    Content seen =
        read.sized(picture.width(), picture.height())
            .showing(picture.luma())
            .damaged(picture.corruption());
    if (picture.hindrance().isPresent()) {
      seen = seen.hindered(whole(picture.hindrance().get()));
    }
    for (Issue issue : picture.issues()) {
      seen = Hindrance.REASONS.contains(issue.code()) ? seen : seen.odd(issue);
    }
    Optional<AnimationLength.Animation> animation = AnimationLength.of(content);
    return animation.isPresent() ? moving(seen, content, format, picture, animation.get()) : seen;
  }

  private Content moving(
      Content seen,
      byte[] content,
      FileFormat format,
      PictureReading picture,
      AnimationLength.Animation animation) {
    Metadata length = new Metadata(Map.of(MetadataField.DURATION, animation.seconds()));
    return seen.saying(seen.reading().metadata().or(length))
        .moving(
            LaterFrames.of(
                    content, format, picture, animation.middle(), animation.frames() - 1, limits)
                .orElse(new byte[0]));
  }

  /** How many JPEGs each decoder decoded since this was asked for. */
  Map<JpegDecoder, Long> takeJpegs() {
    Map<JpegDecoder, Long> taken = Map.copyOf(jpegs);
    jpegs.clear();
    return taken;
  }

  /** An XMP or JSON file beside a picture. */
  Content sidecar(byte[] content, String sha256) {
    Content start = Content.sidecar(sha256, content.length);
    try {
      return start.saying(sidecars.read(content));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return failed(start, e);
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
   * A file that is too large for memory: what its metadata say.
   *
   * @param kept what holds them
   * @param damage found while it passed by
   * @param limit on the bytes of a picture
   */
  Content streamed(
      StreamedMetadata kept,
      Optional<Corruption> damage,
      String sha256,
      FileFormat format,
      long size,
      long limit) {
    Content start = Content.of(sha256, size, format);
    try {
      Content read = start.saying(kept.read());
      if (format.kind() == MediaKind.IMAGE) {
        return read.damaged(damage)
            .hindered(
                new Hindrance(
                    CorruptionReason.TOO_MANY_BYTES,
                    size,
                    limit,
                    "%d bytes, the limit is %d".formatted(size, limit)));
      }
      return read.damaged(format == FileFormat.UNKNOWN ? Optional.of(unknown()) : damage);
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return failed(start, e);
    }
  }

  /** What the parsers let through is at most one row's loss. */
  private static Content failed(Content start, Throwable e) {
    return start.hindered(
        e instanceof OutOfMemoryError
            ? Hindrance.outOfMemory("Reading it", e)
            : Hindrance.ofOurs(ANALYSIS_FAILED, "A mistake of ours: " + e));
  }

  /** A file whose analysis did not end in time. */
  static Content overdue(String sha256, long size, FileFormat format, AnalyzeConfig config) {
    return Content.of(sha256, size, format)
        .hindered(late("Longer than " + config.perFile().toSeconds() + " s", config));
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
