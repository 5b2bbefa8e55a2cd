package io.lumina.image;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;

import io.lumina.container.FileFormat;
import io.lumina.container.HeifItems;
import io.lumina.container.MediaKind;
import io.lumina.image.child.DecoderChild;
import io.lumina.image.child.JxlProgram;
import io.lumina.image.child.MediaProbe;
import io.lumina.image.jpeg.Eighth;
import io.lumina.image.jpeg.EighthDecoder;
import io.lumina.image.pixels.BrokenRows;
import io.lumina.image.pixels.JpegPicture;
import io.lumina.image.pixels.Luma;
import io.lumina.image.pixels.NativeImage;
import io.lumina.image.pixels.PngRows;
import io.lumina.image.pixels.StillPng;
import io.lumina.image.pixels.TiffRows;
import io.lumina.image.raw.RawPicture;
import io.lumina.image.reading.Corruption;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Hindrance;
import io.lumina.image.reading.MediaInfo;
import io.lumina.image.reading.PictureLimits;
import io.lumina.image.reading.PictureReading;
import io.lumina.image.structure.BmpStructure;
import io.lumina.image.structure.GifStructure;
import io.lumina.image.structure.HeifStructure;
import io.lumina.image.structure.IcoStructure;
import io.lumina.image.structure.Jp2Structure;
import io.lumina.image.structure.JpegStructure;
import io.lumina.image.structure.JxlStructure;
import io.lumina.image.structure.Orientation;
import io.lumina.image.structure.PngStructure;
import io.lumina.image.structure.PsdStructure;
import io.lumina.image.structure.Structure;
import io.lumina.image.structure.TiffStructure;
import io.lumina.image.structure.Verdict;
import io.lumina.image.structure.WebpStructure;
import io.lumina.raster.Rows;
import java.util.Objects;
import java.util.Optional;

/**
 * From a file's bytes to its picture. One for each task thread; not thread safe. Bad input never
 * throws: it costs a reading with a {@link Corruption}.
 *
 * <p>JPEG, PNG, WebP, GIF, TIFF and BMP are decoded in this process, after their headers were held
 * against the limits; everything else in a process of its own, because its decoder may crash: JPEG
 * XL by a {@link JxlProgram}, the others by a {@link DecoderChild}.
 */
public final class PictureReader implements AutoCloseable {
  /** Goes up by one when it can look at pictures that it could not before. */
  public static final int VERSION = 3;

  private final PictureLimits limits;
  private final DecoderChild child;
  private final JxlProgram jxl;

  public PictureReader(PictureLimits limits) {
    this(limits, path());
  }

  /** With programs out of these folders, as the environment variable PATH has them. */
  public PictureReader(PictureLimits limits, String path) {
    this.limits = Objects.requireNonNull(limits, "limits");
    this.child = new DecoderChild(limits);
    this.jxl = new JxlProgram(limits, path);
  }

  /** With {@link PictureLimits#DEFAULTS}. */
  public PictureReader() {
    this(PictureLimits.DEFAULTS);
  }

  /**
   * Reads size, luma and damage of a picture.
   *
   * @param content the whole file, not changed
   * @param format as {@link FileFormat#detect(byte[], String)} tells; video, audio and sidecars
   *     give a reading without luma, see {@link #probe}
   */
  public PictureReading read(byte[] content, FileFormat format) {
    Verdict verdict = new Verdict(limits);
    if (content.length == 0) {
      return PictureReading.unreadable(CorruptionReason.EMPTY_FILE, "The file has 0 bytes");
    }
    if (format == FileFormat.UNKNOWN) {
      return PictureReading.unreadable(
          CorruptionReason.UNKNOWN_FORMAT, "The first bytes belong to no known format");
    }
    if (format.kind() != MediaKind.IMAGE) {
      return verdict.reading(Optional.empty());
    }
    try {
      return verdict.reading(luma(content, format, verdict));
    } catch (OutOfMemoryError | StackOverflowError e) {
      verdict.hindered(
          Hindrance.outOfMemory("Decoding " + content.length + " bytes of " + format, e));
      return verdict.reading(Optional.empty());
    }
  }

  /**
   * Reads what a video or an audio file holds. Broken media give a corruption, never an exception.
   *
   * @param content the whole file, not changed
   */
  public MediaInfo probe(byte[] content) {
    if (content.length == 0) {
      return MediaInfo.unreadable(CorruptionReason.EMPTY_FILE, "The file has 0 bytes");
    }
    return MediaProbe.probe(content, child);
  }

  private Optional<byte[]> luma(byte[] content, FileFormat format, Verdict verdict) {
    return switch (format) {
      case JPEG -> jpeg(content, verdict);
      case PNG -> png(content, PngStructure.of(content, limits), verdict);
      case GIF -> inProcess(content, GifStructure.of(content), verdict);
      case BMP -> inProcess(content, BmpStructure.of(content), verdict);
      case WEBP -> inProcess(content, WebpStructure.of(content), verdict);
      case TIFF -> tiff(content, TiffStructure.of(content), verdict);
      case HEIC, HEIF, AVIF -> heif(content, verdict);
      case JP2 -> inChild(content, Jp2Structure.of(content), verdict);
      case PSD -> inChild(content, PsdStructure.of(content), verdict);
      case ICO -> inChild(content, IcoStructure.of(content), verdict);
      case JXL -> jxl(content, verdict);
      default -> new RawPicture(content, format, verdict).luma();
    };
  }

  private Optional<byte[]> jxl(byte[] content, Verdict verdict) {
    Structure structure = JxlStructure.of(content);
    if (!verdict.accepts(structure) || !verdict.mustFitAtOnce(structure)) {
      return Optional.empty();
    }
    // It comes turned, whatever the metadata that came along say.
    return jxl.png(content, verdict)
        .flatMap(png -> atOnce(png, PngStructure.of(png, limits), Orientation.UPRIGHT, verdict));
  }

  private Optional<byte[]> jpeg(byte[] content, Verdict verdict) {
    Eighth eighth = EighthDecoder.decode(content, 0, content.length, 0, limits.maxPixels());
    JpegStructure jpeg = JpegStructure.of(content, 0, eighth);
    if (!verdict.accepts(jpeg)) {
      return Optional.empty();
    }
    Optional<byte[]> luma =
        JpegPicture.luma(content, 0, content.length, jpeg, jpeg.orientation(), verdict);
    if (luma.isEmpty() && jpeg.lossless()) {
      return child.luma(content, jpeg.orientation(), verdict);
    }
    // No second opinion on a broken one: FFmpeg fills what is missing with what it guesses.
    if (luma.isEmpty() && !verdict.isHindered()) {
      verdict.undecodable();
    }
    return luma;
  }

  private static Optional<byte[]> png(byte[] content, Structure structure, Verdict verdict) {
    if (!verdict.accepts(structure)) {
      return Optional.empty();
    }
    if (verdict.fitsAtOnce(structure)) {
      return atOnce(content, structure, verdict);
    }
    Optional<PngRows> rows = PngRows.of(content);
    try {
      return inRows(rows, structure, structure.orientation(), verdict);
    } finally {
      rows.ifPresent(PngRows::close);
    }
  }

  private static Optional<byte[]> tiff(byte[] content, Structure structure, Verdict verdict) {
    if (!verdict.accepts(structure)) {
      return Optional.empty();
    }
    return verdict.fitsAtOnce(structure)
        ? atOnce(content, structure, verdict)
        : inRows(TiffRows.of(content), structure, TiffStructure.orientation(content), verdict);
  }

  /** A picture that would not fit into memory at once. */
  private static Optional<byte[]> inRows(
      Optional<? extends Rows> rows, Structure structure, int orientation, Verdict verdict) {
    if (rows.isEmpty()) {
      verdict.tooLarge(structure);
      return Optional.empty();
    }
    try {
      return Optional.of(Luma.of(rows.get(), orientation));
    } catch (BrokenRows e) {
      verdict.severe(CorruptionReason.UNDECODABLE, e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<byte[]> inProcess(byte[] content, Structure structure, Verdict verdict) {
    return verdict.accepts(structure) && verdict.mustFitAtOnce(structure)
        ? atOnce(content, structure, verdict)
        : Optional.empty();
  }

  private static Optional<byte[]> atOnce(byte[] content, Structure structure, Verdict verdict) {
    return atOnce(content, structure, structure.orientation(), verdict);
  }

  private static Optional<byte[]> atOnce(
      byte[] file, Structure structure, int orientation, Verdict verdict) {
    byte[] content = StillPng.of(file);
    int opaque = structure.inColour() ? IMREAD_COLOR : IMREAD_GRAYSCALE;
    int flags = structure.transparent() ? IMREAD_UNCHANGED : opaque;
    try (NativeImage image = new NativeImage(content, 0, content.length)) {
      Optional<NativeImage.Decoded> decoded = image.decode(flags | IMREAD_IGNORE_ORIENTATION);
      if (decoded.isEmpty()) {
        verdict.undecodable();
        return Optional.empty();
      }
      try (NativeImage.Decoded rows = decoded.get()) {
        return Optional.of(Luma.of(rows, orientation));
      }
    }
  }

  private Optional<byte[]> heif(byte[] content, Verdict verdict) {
    Optional<HeifItems> items = HeifItems.of(content);
    Structure structure = HeifStructure.of(content, items);
    if (!verdict.accepts(structure) || !verdict.mustFitAtOnce(structure)) {
      return Optional.empty();
    }
    long picture = items.map(HeifItems::primary).orElse(-1L);
    long thumbnail = items.flatMap(it -> it.goodThumbnail(PictureReading.LUMA_SIDE)).orElse(-1L);
    return child.heifLuma(content, picture, thumbnail, verdict);
  }

  private Optional<byte[]> inChild(byte[] content, Structure structure, Verdict verdict) {
    if (!verdict.accepts(structure) || !verdict.mustFitAtOnce(structure)) {
      return Optional.empty();
    }
    return child.luma(content, structure.orientation(), verdict);
  }

  /** Whether what decodes HEIC, AVIF, JPEG 2000, films and sounds can be started here. */
  public boolean hasDecoder() {
    return child.isThere();
  }

  /** Whether what decodes JPEG XL is on this machine. */
  public boolean hasJxlDecoder() {
    return jxl.isThere();
  }

  /** What reads pictures on this machine, as text: another one may read what this one cannot. */
  public static String means() {
    return "pictures %d, djxl %s".formatted(VERSION, JxlProgram.isOn(path()));
  }

  private static String path() {
    return Objects.requireNonNullElse(System.getenv("PATH"), "");
  }

  /** Ends the child process. */
  @Override
  public void close() {
    child.close();
  }
}
