package io.lumina.hostile;

import io.lumina.made.MadeBytes;
import java.util.List;
import java.util.Random;

/** Files of every format that is read, with extreme values in all that it says. Seeded. */
public final class HostileFiles {
  /** The extensions of the files that there are. */
  public static final List<String> EXTENSIONS =
      List.of(
          "jpg", "png", "tif", "webp", "heic", "jxl", "jp2", "mrw", "cr3", "raw", "x3f", "bmp",
          "gif", "psd", "xcf", "mov", "mkv", "wmv", "avi", "wav", "xmp", "json");

  private final Extremes extremes;
  private final HostileExif exif;
  private final HostilePictures pictures;
  private final HostileRaws raws;
  private final HostileFilms films;
  private final HostileText texts;

  /** Equal seeds give equal files. */
  public HostileFiles(long seed) {
    extremes = new Extremes(new Random(seed));
    exif = new HostileExif(extremes);
    films = new HostileFilms(extremes);
    texts = new HostileText(extremes);
    pictures = new HostilePictures(extremes, exif, texts);
    raws = new HostileRaws(extremes, exif);
  }

  /** Such a file, in one of three cases with some bytes changed at random. */
  public byte[] next(String extension) {
    byte[] content = content(extension);
    return extremes.once(3) ? extremes.mutant(content) : content;
  }

  private byte[] content(String extension) {
    return switch (extension) {
      case "jpg" -> pictures.jpeg();
      case "png" -> pictures.png();
      case "tif" -> exif.tiff();
      case "webp" -> pictures.webp();
      case "heic" -> pictures.heic();
      case "jxl" -> pictures.jpegXl();
      case "jp2" -> pictures.jpeg2000();
      case "mrw" -> raws.minolta();
      case "cr3" -> raws.canon();
      case "raw" -> raws.kyocera();
      case "x3f" -> raws.sigma();
      case "bmp" ->
          MadeBytes.little()
              .text("BM")
              .u32(extremes.number())
              .zeros(8)
              .u32(40)
              .u32(extremes.number())
              .u32(extremes.number())
              .u16(1)
              .u16(24)
              .zeros(24)
              .done();
      case "gif" ->
          MadeBytes.little()
              .text("GIF89a")
              .u16(extremes.number())
              .u16(extremes.number())
              .zeros(9)
              .done();
      case "psd" ->
          MadeBytes.big()
              .text("8BPS")
              .u16(1)
              .zeros(6)
              .u16(3)
              .u32(extremes.number())
              .u32(extremes.number())
              .u16(8)
              .u16(3)
              .u32(0)
              .u32(extremes.number())
              .zeros(8)
              .done();
      case "xcf" ->
          MadeBytes.big()
              .text("gimp xcf file\0")
              .u32(extremes.number())
              .u32(extremes.number())
              .zeros(20)
              .done();
      case "mov" -> films.quickTime();
      case "mkv" -> films.matroska();
      case "wmv" -> films.windowsMedia();
      case "avi" -> films.riff("AVI ");
      case "wav" -> films.riff("WAVE");
      case "xmp" -> texts.xmp();
      case "json" -> texts.takeout();
      default -> throw new IllegalArgumentException("No hostile file is named ." + extension);
    };
  }

  /** A small healthy picture as ImageIO writes it, each another one. */
  public byte[] picture(String format) {
    return pictures.healthy(format);
  }
}
