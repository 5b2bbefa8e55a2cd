package io.lumina.hostile;

import io.lumina.made.MadeBytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures with extreme values in the metadata around them. */
final class HostilePictures {
  private final Extremes extremes;
  private final HostileExif exif;
  private final HostileText texts;

  HostilePictures(Extremes extremes, HostileExif exif, HostileText texts) {
    this.extremes = extremes;
    this.exif = exif;
    this.texts = texts;
  }

  byte[] jpeg() {
    byte[] picture = healthy("jpg");
    MadeBytes file = MadeBytes.big().add(Arrays.copyOf(picture, 2));
    segment(file, 0xE1, MadeBytes.big().text("Exif\0\0").add(exif.tiff()));
    segment(file, 0xE1, MadeBytes.big().text("http://ns.adobe.com/xap/1.0/\0").add(texts.xmp()));
    segment(file, 0xED, MadeBytes.big().add(texts.iptc()));
    return file.add(Arrays.copyOfRange(picture, 2, picture.length)).done();
  }

  /** What is too long for a segment is left out. */
  private static void segment(MadeBytes file, int marker, MadeBytes content) {
    if (content.length() < 0xFFF0) {
      file.u8(0xFF).u8(marker).u16(content.length() + 2).add(content.done());
    }
  }

  byte[] png() {
    byte[] picture = healthy("png");
    int afterHeader = 8 + 25;
    MadeBytes file = MadeBytes.big().add(Arrays.copyOf(picture, afterHeader));
    chunk(file, "eXIf", exif.tiff());
    chunk(file, "tIME", MadeBytes.big().u16(extremes.number()).u32(extremes.number()).u8(9).done());
    for (String key :
        List.of("Title", "Author", "Description", "Creation Time", "Software", "date:create")) {
      chunk(file, "tEXt", MadeBytes.big().text(key).u8(0).add(extremes.bytes()).done());
    }
    chunk(file, "iTXt", MadeBytes.big().text("XML:com.adobe.xmp").zeros(5).add(texts.xmp()).done());
    return file.add(Arrays.copyOfRange(picture, afterHeader, picture.length)).done();
  }

  private static void chunk(MadeBytes file, String type, byte[] content) {
    file.add(MadeBytes.chunk(type, content));
  }

  byte[] webp() {
    byte[] tiff = exif.tiff();
    byte[] xmp = texts.xmp();
    MadeBytes body =
        MadeBytes.little()
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
    return MadeBytes.little().text("RIFF").u32(body.length()).add(body.done()).done();
  }

  byte[] heic() {
    MadeBytes item = MadeBytes.big().u32(0).add(exif.tiff());
    byte[] type = MadeBytes.box("ftyp", MadeBytes.big().text("heic").u32(0).text("mif1"));
    byte[] info =
        MadeBytes.box(
            "iinf",
            MadeBytes.big()
                .u32(0)
                .u16(1)
                .add(
                    MadeBytes.box(
                        "infe",
                        MadeBytes.big().u32(0x0200_0000L).u16(1).u16(0).text("Exif").u8(0))));
    byte[] sizes =
        MadeBytes.box(
            "iprp",
            MadeBytes.big()
                .add(
                    MadeBytes.box(
                        "ipco",
                        MadeBytes.big()
                            .add(
                                MadeBytes.box(
                                    "ispe",
                                    MadeBytes.big()
                                        .u32(0)
                                        .u32(extremes.number())
                                        .u32(extremes.number())))))
                .add(MadeBytes.box("ipma", MadeBytes.big().u32(0).u32(1).u16(1).u8(1).u8(1))));
    byte[] primary = MadeBytes.box("pitm", MadeBytes.big().u32(0).u16(1));
    // A meta box, its four bytes of version, the parts above and an iloc of 30 bytes come first.
    int at = type.length + 12 + primary.length + info.length + sizes.length + 30 + 8;
    byte[] place =
        MadeBytes.box(
            "iloc",
            MadeBytes.big()
                .u32(0)
                .u16(0x4400)
                .u16(1)
                .u16(1)
                .u16(0)
                .u16(1)
                .u32(at)
                .u32(item.length()));
    return MadeBytes.big()
        .add(type)
        .add(
            MadeBytes.box(
                "meta", MadeBytes.big().u32(0).add(primary).add(info).add(sizes).add(place)))
        .add(MadeBytes.box("mdat", item))
        .done();
  }

  byte[] jpegXl() {
    return MadeBytes.big()
        .u32(12)
        .text("JXL \r\n\u0087\n")
        .add(MadeBytes.box("ftyp", MadeBytes.big().text("jxl ").u32(0).text("jxl ")))
        .add(MadeBytes.box("Exif", MadeBytes.big().u32(0).add(exif.tiff())))
        .add(MadeBytes.box("xml ", MadeBytes.big().add(texts.xmp())))
        .add(MadeBytes.box("jxlc", MadeBytes.big().u16(0xFF0A).u64(extremes.number()).zeros(8)))
        .done();
  }

  byte[] jpeg2000() {
    return MadeBytes.big()
        .u32(12)
        .text("jP  \r\n\u0087\n")
        .add(
            MadeBytes.box(
                "jp2h",
                MadeBytes.big()
                    .add(
                        MadeBytes.box(
                            "ihdr",
                            MadeBytes.big()
                                .u32(extremes.number())
                                .u32(extremes.number())
                                .zeros(6)))))
        .add(MadeBytes.box("uuid", MadeBytes.big().text("JpgTiffExif->JP2").add(exif.tiff())))
        .done();
  }

  /** A small healthy picture as ImageIO writes it, each another one. */
  byte[] healthy(String format) {
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
