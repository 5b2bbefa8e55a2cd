package io.lumina.image;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;

import io.lumina.image.Corruption.Severity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * From a file's bytes to its picture. One for each task thread; not thread safe. Bad input never
 * throws: it costs a reading with a {@link Corruption}.
 */
public final class PictureReader implements AutoCloseable {
  private final PictureLimits limits;

  public PictureReader(PictureLimits limits) {
    this.limits = Objects.requireNonNull(limits, "limits");
  }

  /** With {@link PictureLimits#DEFAULTS}. */
  public PictureReader() {
    this(PictureLimits.DEFAULTS);
  }

  /**
   * Reads size, luma and damage of a picture.
   *
   * @param content the whole file
   * @param format as {@link FileFormat#detect(byte[], String)} tells
   */
  public PictureReading read(byte[] content, FileFormat format) {
    try {
      return switch (format) {
        case JPEG -> jpeg(content);
        case PNG -> open(content, PngStructure.of(content, limits));
        case GIF -> open(content, GifStructure.of(content));
        case BMP -> open(content, BmpStructure.of(content));
        case WEBP -> open(content, WebpStructure.of(content));
        case TIFF -> open(content, TiffStructure.of(content));
        default -> PictureReading.unreadable(CorruptionReason.UNKNOWN_FORMAT, format.name());
      };
    } catch (OutOfMemoryError | StackOverflowError e) {
      return PictureReading.unreadable(
          CorruptionReason.OUT_OF_MEMORY, "Decoding " + content.length + " bytes: " + e);
    }
  }

  private PictureReading jpeg(byte[] content) {
    JpegStructure jpeg = JpegStructure.of(content, 0);
    Structure structure = jpeg.structure();
    Damage damage = new Damage();
    Optional<byte[]> luma =
        JpegPicture.luma(content, 0, content.length, jpeg, jpeg.orientation(), damage);
    return reading(structure, damage, luma);
  }

  private PictureReading open(byte[] content, Structure structure) {
    int flags = structure.transparent() ? IMREAD_UNCHANGED : IMREAD_GRAYSCALE;
    try (NativeImage image = new NativeImage(content, 0, content.length)) {
      Optional<byte[]> luma =
          image
              .decode(flags | IMREAD_IGNORE_ORIENTATION)
              .map(
                  decoded -> {
                    try (decoded) {
                      return Luma.of(decoded, structure.orientation());
                    }
                  });
      return reading(structure, new Damage(), luma);
    }
  }

  private PictureReading reading(Structure structure, Damage damage, Optional<byte[]> luma) {
    Optional<Corruption> corruption = Structure.worst(structure.damage());
    if (luma.isEmpty()) {
      corruption =
          Optional.of(
              new Corruption(Severity.SEVERE, CorruptionReason.UNDECODABLE, corruption.toString()));
    }
    return new PictureReading(
        structure.width(), structure.height(), luma.orElse(new byte[0]), corruption, List.of());
  }

  @Override
  public void close() {}
}
