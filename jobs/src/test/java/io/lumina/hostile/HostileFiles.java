package io.lumina.hostile;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files of every format that is read, with extreme values in all that it says. Seeded. */
public final class HostileFiles {
  /** The extensions of the files that there are. */
  public static final List<String> EXTENSIONS =
      List.of(
          "jpg", "png", "tif", "webp", "heic", "jxl", "jp2", "mrw", "cr3", "raw", "x3f", "bmp",
          "gif", "psd", "xcf", "mov", "mkv", "wmv", "avi", "wav", "xmp", "json");

  private final Extremes extremes;
  private final HostileExif exif;
  private final HostileFilms films;
  private final HostileText texts;

  /** Equal seeds give equal files. */
  public HostileFiles(long seed) {
    extremes = new Extremes(new Random(seed));
    exif = new HostileExif(extremes);
    films = new HostileFilms(extremes);
    texts = new HostileText(extremes);
  }

  /** Such a file, in one of three cases with some bytes changed at random. */
  public byte[] next(String extension) {
    byte[] content = content(extension);
    return extremes.once(3) ? extremes.mutant(content) : content;
  }

  private byte[] content(String extension) {
    return switch (extension) {
      case "jpg" -> jpeg();
      case "png" -> png();
      case "tif" -> exif.tiff();
      case "webp" -> webp();
      case "heic" -> heic();
      case "jxl" ->
          Bytes.big()
              .u32(12)
              .text("JXL \r\n\u0087\n")
              .add(HostileFilms.box("ftyp", Bytes.big().text("jxl ").u32(0).text("jxl ")))
              .add(HostileFilms.box("Exif", Bytes.big().u32(0).add(exif.tiff())))
              .add(HostileFilms.box("xml ", Bytes.big().add(texts.xmp())))
              .add(
                  HostileFilms.box("jxlc", Bytes.big().u16(0xFF0A).u64(extremes.number()).zeros(8)))
              .done();
      case "jp2" ->
          Bytes.big()
              .u32(12)
              .text("jP  \r\n\u0087\n")
              .add(
                  HostileFilms.box(
                      "jp2h",
                      Bytes.big()
                          .add(
                              HostileFilms.box(
                                  "ihdr",
                                  Bytes.big()
                                      .u32(extremes.number())
                                      .u32(extremes.number())
                                      .zeros(6)))))
              .add(HostileFilms.box("uuid", Bytes.big().text("JpgTiffExif->JP2").add(exif.tiff())))
              .done();
      case "mrw" -> {
        byte[] tiff = exif.tiff();
        yield Bytes.big()
            .text("\0MRM")
            .u32(tiff.length + 24)
            .text("\0TTW")
            .u32(tiff.length)
            .add(tiff)
            .text("\0PRD")
            .u32(16)
            .u64(extremes.number())
            .u64(extremes.number())
            .done();
      }
      case "cr3" ->
          Bytes.big()
              .add(HostileFilms.box("ftyp", Bytes.big().text("crx ").u32(1).text("crx ")))
              .add(
                  HostileFilms.box(
                      "moov",
                      Bytes.big()
                          .add(
                              HostileFilms.box(
                                  "uuid",
                                  Bytes.big()
                                      .u64(0x85C0B687820F11E0L)
                                      .u64(0x8111F4CE462B6A48L)
                                      .add(HostileFilms.box("CMT1", Bytes.big().add(exif.tiff())))
                                      .add(
                                          HostileFilms.box(
                                              "CMT4", Bytes.big().add(exif.tiff())))))))
              .done();
      case "raw" -> kyocera();
      case "x3f" -> sigma();
      case "bmp" ->
          Bytes.little()
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
          Bytes.little()
              .text("GIF89a")
              .u16(extremes.number())
              .u16(extremes.number())
              .zeros(9)
              .done();
      case "psd" ->
          Bytes.big()
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
          Bytes.big()
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

  private byte[] jpeg() {
    byte[] picture = picture("jpg");
    Bytes file = Bytes.big().add(Arrays.copyOf(picture, 2));
    segment(file, 0xE1, Bytes.big().text("Exif\0\0").add(exif.tiff()));
    segment(file, 0xE1, Bytes.big().text("http://ns.adobe.com/xap/1.0/\0").add(texts.xmp()));
    segment(file, 0xED, Bytes.big().add(texts.iptc()));
    return file.add(Arrays.copyOfRange(picture, 2, picture.length)).done();
  }

  /** What is too long for a segment is left out. */
  private static void segment(Bytes file, int marker, Bytes content) {
    if (content.length() < 0xFFF0) {
      file.u8(0xFF).u8(marker).u16(content.length() + 2).add(content.done());
    }
  }

  private byte[] png() {
    byte[] picture = picture("png");
    int afterHeader = 8 + 25;
    Bytes file = Bytes.big().add(Arrays.copyOf(picture, afterHeader));
    chunk(file, "eXIf", exif.tiff());
    chunk(file, "tIME", Bytes.big().u16(extremes.number()).u32(extremes.number()).u8(9).done());
    for (String key :
        List.of("Title", "Author", "Description", "Creation Time", "Software", "date:create")) {
      chunk(file, "tEXt", Bytes.big().text(key).u8(0).add(extremes.bytes()).done());
    }
    chunk(file, "iTXt", Bytes.big().text("XML:com.adobe.xmp").zeros(5).add(texts.xmp()).done());
    return file.add(Arrays.copyOfRange(picture, afterHeader, picture.length)).done();
  }

  private static void chunk(Bytes file, String type, byte[] content) {
    byte[] named = Bytes.big().text(type).add(content).done();
    CRC32 sum = new CRC32();
    sum.update(named);
    file.u32(content.length).add(named).u32(sum.getValue());
  }

  private byte[] webp() {
    byte[] tiff = exif.tiff();
    byte[] xmp = texts.xmp();
    Bytes body =
        Bytes.little()
            .text("WEBP")
            .text("VP8X")
            .u32(10)
            .u32(0x0C)
            .number(extremes.number(), 6)
            .text("EXIF")
            .u32(tiff.length)
            .add(tiff)
            .zeros(tiff.length % 2)
            .text("XMP ")
            .u32(xmp.length)
            .add(xmp)
            .zeros(xmp.length % 2);
    return Bytes.little().text("RIFF").u32(body.length()).add(body.done()).done();
  }

  private byte[] heic() {
    Bytes item = Bytes.big().u32(0).add(exif.tiff());
    byte[] type = HostileFilms.box("ftyp", Bytes.big().text("heic").u32(0).text("mif1"));
    byte[] info =
        HostileFilms.box(
            "iinf",
            Bytes.big()
                .u32(0)
                .u16(1)
                .add(
                    HostileFilms.box(
                        "infe", Bytes.big().u32(0x0200_0000L).u16(1).u16(0).text("Exif").u8(0))));
    byte[] sizes =
        HostileFilms.box(
            "iprp",
            Bytes.big()
                .add(
                    HostileFilms.box(
                        "ipco",
                        Bytes.big()
                            .add(
                                HostileFilms.box(
                                    "ispe",
                                    Bytes.big()
                                        .u32(0)
                                        .u32(extremes.number())
                                        .u32(extremes.number())))))
                .add(HostileFilms.box("ipma", Bytes.big().u32(0).u32(1).u16(1).u8(1).u8(1))));
    byte[] primary = HostileFilms.box("pitm", Bytes.big().u32(0).u16(1));
    // A meta box, its four bytes of version, the parts above and an iloc of 30 bytes come first.
    int at = type.length + 12 + primary.length + info.length + sizes.length + 30 + 8;
    byte[] place =
        HostileFilms.box(
            "iloc",
            Bytes.big().u32(0).u16(0x4400).u16(1).u16(1).u16(0).u16(1).u32(at).u32(item.length()));
    return Bytes.big()
        .add(type)
        .add(
            HostileFilms.box(
                "meta", Bytes.big().u32(0).add(primary).add(info).add(sizes).add(place)))
        .add(HostileFilms.box("mdat", item))
        .done();
  }

  private byte[] kyocera() {
    Bytes file =
        Bytes.big().zeros(0x19).text("ARECOYK").zeros(1).add(Arrays.copyOf(extremes.bytes(), 20));
    return file.zeros(3)
        .u32(extremes.number())
        .zeros(0x1C)
        .u32(extremes.number())
        .zeros(0x14)
        .u32(extremes.number())
        .zeros(64)
        .done();
  }

  private byte[] sigma() {
    List<String> names =
        List.of("TIME", "ISO", "APERTURE", "FLENGTH", "SHUTTER", "CAMMANUF", "CAMMODEL");
    Bytes texts16 = Bytes.little();
    Bytes pairs = Bytes.little();
    for (String name : names) {
      pairs.u32(texts16.length() / 2);
      utf16(texts16, name);
      pairs.u32(texts16.length() / 2);
      String value = extremes.word();
      utf16(texts16, value.substring(0, Math.min(value.length(), 300)));
    }
    Bytes head =
        Bytes.little()
            .text("FOVb")
            .zeros(24)
            .u32(extremes.number())
            .u32(extremes.number())
            .zeros(8);
    int at = head.length();
    Bytes properties =
        Bytes.little()
            .text("SECp")
            .u32(0)
            .u32(names.size())
            .zeros(12)
            .add(pairs.done())
            .add(texts16.done());
    int directory = at + properties.length();
    return head.add(properties.done())
        .text("SECd")
        .u32(0)
        .u32(1)
        .u32(at)
        .u32(properties.length())
        .text("PROP")
        .u32(directory)
        .done();
  }

  private static void utf16(Bytes into, String text) {
    into.add(text.getBytes(java.nio.charset.StandardCharsets.UTF_16LE)).u16(0);
  }

  /** A small healthy picture as ImageIO writes it, each another one. */
  public byte[] picture(String format) {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 16; i++) {
      image.setRGB(extremes.below(16), extremes.below(16), extremes.below(1 << 24));
    }
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
