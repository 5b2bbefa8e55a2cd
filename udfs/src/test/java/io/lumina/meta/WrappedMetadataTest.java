package io.lumina.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.made.MadeBytes;
import io.lumina.meta.field.Metadata;
import io.lumina.meta.field.MetadataReading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exif, XMP and IPTC in wrappings other than those of a JPEG. */
class WrappedMetadataTest {
  private static final String APP1_EXIF = "Exif\0\0";
  private static final String APP1_XMP = "http://ns.adobe.com/xap/1.0/\0";

  private final MetadataReader reader = new MetadataReader();

  @ParameterizedTest
  @CsvSource({"tEXt,exif", "zTXt,exif", "iTXt,exif", "zTXt,APP1", "tEXt,APP1"})
  void exif_in_a_raw_profile_of_a_png_is_read(String chunk, String profile) throws IOException {
    byte[] exif = MadeBytes.big().text(APP1_EXIF).add(Made.exif()).done();

    MetadataReading reading = reader.read(png(chunk, profile, exif));

    assertThat(reading.issues()).isEmpty();
    assertThat(reading.metadata().make()).contains("Maker");
    assertThat(reading.metadata().orientation()).contains(6);
    assertThat(reading.dates().get(0).raw()).isEqualTo("2015:06:07 08:09:10");
  }

  @Test
  void xmp_in_a_raw_profile_of_a_png_is_read() throws IOException {
    assertThat(reader.read(png("zTXt", "xmp", Made.xmp(4))).metadata().rating()).contains(4);
    byte[] app1 = MadeBytes.big().text(APP1_XMP).add(Made.xmp(3)).done();
    assertThat(reader.read(png("iTXt", "APP1", app1)).metadata().rating()).contains(3);
  }

  @Test
  void iptc_in_a_raw_profile_of_a_png_is_read() throws IOException {
    MadeBytes records = MadeBytes.big().u8(0x1C).u8(2).u8(5).u16(6).text("Harbor");
    byte[] photoshop =
        MadeBytes.big()
            .text("8BIM")
            .u16(0x0404)
            .u16(0)
            .u32(records.length())
            .add(records.done())
            .zeros(1)
            .done();

    assertThat(reader.read(png("tEXt", "iptc", photoshop)).metadata().title()).contains("Harbor");
    assertThat(reader.read(png("zTXt", "iptc", photoshop)).metadata().title()).contains("Harbor");
  }

  @Test
  void exif_in_a_chunk_of_its_own_is_read() {
    byte[] file = withChunk("eXIf", Made.exif());

    assertThat(reader.read(file).metadata().model()).contains("Model 5");
  }

  @Test
  void a_raw_profile_that_is_none_is_passed_by() throws IOException {
    MetadataReading reading =
        reader.read(
            withChunk("tEXt", "Raw profile type exif\0".getBytes(StandardCharsets.ISO_8859_1)));

    assertThat(reading.metadata().make()).isEmpty();
    assertThat(reader.read(png("zTXt", "exif", new byte[] {1, 2, 3})).metadata().make()).isEmpty();
  }

  @Test
  void the_packed_boxes_of_a_jpeg_xl_are_read() {
    byte[] file =
        jxl(
            MadeBytes.box(
                "brob",
                MadeBytes.big()
                    .text("Exif")
                    .add(brotli(MadeBytes.big().u32(0).add(Made.exif()).done()))),
            MadeBytes.box("brob", MadeBytes.big().text("xml ").add(brotli(Made.xmp(5)))));

    MetadataReading reading = reader.read(file);

    assertThat(reading.issues()).isEmpty();
    assertThat(reading.metadata().make()).contains("Maker");
    assertThat(reading.metadata().rating()).contains(5);
    assertThat(reading.dates()).hasSize(1);
  }

  @Test
  void a_packed_box_that_is_damaged_is_an_issue_and_costs_nothing_else() {
    byte[] file =
        jxl(
            MadeBytes.box("brob", MadeBytes.big().text("Exif").zeros(20)),
            MadeBytes.box("xml ", MadeBytes.big().add(Made.xmp(2))));

    MetadataReading reading = reader.read(file);

    assertThat(reading.metadata().rating()).contains(2);
  }

  @ParameterizedTest
  @CsvSource({"1,6", "6,1", "8,8"})
  void of_a_jpeg_xl_the_picture_tells_the_orientation_and_exif_does_not(int own, int exif) {
    // A small square of 64 pixels; no defaults, further fields, the orientation.
    int bits = 1 | 7 << 1 | 1 << 6 | 0 << 9 | 1 << 10 | (own - 1) << 11;
    byte[] exifBox = MadeBytes.box("Exif", MadeBytes.big().u32(0).add(turned(exif)));
    MadeBytes stream = MadeBytes.little().u8(0xFF).u8(0x0A).u16(bits);
    byte[] first = MadeBytes.box("jxlp", MadeBytes.big().u32(0).add(stream.done()));
    byte[] rest = MadeBytes.box("jxlp", MadeBytes.big().u32(0x8000_0001L).zeros(40));

    Metadata metadata = reader.read(jxl(exifBox, first, rest)).metadata();

    assertThat(metadata.orientation()).contains(own);
    assertThat(metadata.width()).contains(64);
  }

  @ParameterizedTest
  @CsvSource({
    "-1,-1,1", "0,-1,1", "1,-1,8", "2,-1,3", "3,-1,6", "-1,0,4", "-1,1,2", "1,0,5", "3,0,7"
  })
  void of_a_heic_its_properties_tell_the_orientation_and_exif_does_not(
      int quarters, int mirror, int expected) {
    MadeBytes properties =
        MadeBytes.big().add(MadeBytes.box("ispe", MadeBytes.big().u32(0).u32(64).u32(48)));
    MadeBytes indexes = MadeBytes.big().u8(1);
    int count = 1;
    if (quarters >= 0) {
      properties.add(MadeBytes.box("irot", MadeBytes.big().u8(quarters)));
      indexes.u8(++count);
    }
    if (mirror >= 0) {
      properties.add(MadeBytes.box("imir", MadeBytes.big().u8(mirror)));
      indexes.u8(++count);
    }
    byte[] references =
        MadeBytes.box("ipma", MadeBytes.big().u32(0).u32(1).u16(1).u8(count).add(indexes.done()));
    byte[] primary = MadeBytes.box("pitm", MadeBytes.big().u32(0).u16(1));
    byte[] all =
        MadeBytes.box(
            "iprp", MadeBytes.big().add(MadeBytes.box("ipco", properties)).add(references));
    byte[] file =
        MadeBytes.big()
            .add(MadeBytes.box("ftyp", MadeBytes.big().text("heic").u32(0).text("mif1")))
            .add(MadeBytes.box("meta", MadeBytes.big().u32(0).add(primary).add(all)))
            .add(MadeBytes.box("Exif", MadeBytes.big().u32(0).add(turned(6))))
            .done();

    Metadata metadata = reader.read(file).metadata();

    assertThat(metadata.orientation()).contains(expected);
    assertThat(metadata.width()).contains(64);
  }

  @Test
  void of_a_tiff_that_leads_with_a_small_copy_the_main_picture_counts() {
    byte[] copy =
        new Made.Directory(8, 5)
            .number(0xFE, 1)
            .number(0x100, 16)
            .number(0x101, 12)
            .number(0x112, 1)
            .text(0x10F, "Maker")
            .followedBy(8 + 2 + 12 * 5 + 4 + 6);
    byte[] main =
        new Made.Directory(8 + copy.length, 4)
            .number(0xFE, 0)
            .number(0x100, 640)
            .number(0x101, 480)
            .number(0x112, 6)
            .followedBy(0);
    byte[] file = MadeBytes.little().text("II").u16(42).u32(8).add(copy).add(main).done();

    Metadata metadata = reader.read(file).metadata();

    assertThat(metadata.width()).contains(640);
    assertThat(metadata.height()).contains(480);
    assertThat(metadata.orientation()).contains(6);
    assertThat(metadata.make()).contains("Maker");
  }

  @Test
  void exif_among_the_parasites_of_a_gimp_file_is_read() {
    byte[] exif = MadeBytes.big().text(APP1_EXIF).add(Made.exif()).done();
    MadeBytes parasite =
        MadeBytes.big().u32(10).text("exif-data\0").u32(1).u32(exif.length).add(exif);
    byte[] file =
        MadeBytes.big()
            .text("gimp xcf v011\0")
            .u32(30)
            .u32(20)
            .u32(0)
            .u32(150)
            .u32(17)
            .u32(1)
            .u8(1)
            .u32(21)
            .u32(parasite.length())
            .add(parasite.done())
            .u32(0)
            .u32(0)
            .done();

    Metadata metadata = reader.read(file).metadata();

    assertThat(metadata.width()).contains(30);
    assertThat(metadata.orientation()).contains(6);
    assertThat(metadata.model()).contains("Model 5");
  }

  private static byte[] turned(int orientation) {
    return MadeBytes.little()
        .text("II")
        .u16(42)
        .u32(8)
        .add(new Made.Directory(8, 1).number(0x112, orientation).followedBy(0))
        .done();
  }

  private static byte[] jxl(byte[]... boxes) {
    MadeBytes file = MadeBytes.big().u32(12).text("JXL \r\n\u0087\n");
    file.add(MadeBytes.box("ftyp", MadeBytes.big().text("jxl ").u32(0).text("jxl ")));
    for (byte[] box : boxes) {
      file.add(box);
    }
    return file.done();
  }

  /** A Brotli stream that packs nothing: one block as it is, and an empty last one. */
  private static byte[] brotli(byte[] content) {
    int header = content.length - 1 << 4 | 1 << 20;
    return MadeBytes.little().u16(header).u8(header >> 16).add(content).u8(3).done();
  }

  private static byte[] png(String chunk, String profile, byte[] content) throws IOException {
    String digits = HexFormat.of().formatHex(content).replaceAll("(.{72})", "$1\n");
    byte[] text =
        ("\n" + profile + "\n" + "%8d".formatted(content.length) + "\n" + digits + "\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    MadeBytes data = MadeBytes.big().text("Raw profile type " + profile + "\0");
    switch (chunk) {
      case "zTXt" -> data.u8(0).add(deflated(text));
      case "iTXt" -> data.u8(1).u8(0).text("\0\0").add(deflated(text));
      default -> data.add(text);
    }
    return withChunk(chunk, data.done());
  }

  private static byte[] withChunk(String type, byte[] content) {
    MadeBytes file = MadeBytes.big().text("\u0089PNG\r\n\u001a\n");
    chunk(file, "IHDR", MadeBytes.big().u32(8).u32(8).u8(8).u8(2).zeros(3).done());
    chunk(file, type, content);
    chunk(file, "IEND", new byte[0]);
    return file.done();
  }

  private static void chunk(MadeBytes file, String type, byte[] content) {
    byte[] named = MadeBytes.big().text(type).add(content).done();
    CRC32 sum = new CRC32();
    sum.update(named);
    file.u32(content.length).add(named).u32(sum.getValue());
  }

  private static byte[] deflated(byte[] text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(text);
    }
    return packed.toByteArray();
  }
}
