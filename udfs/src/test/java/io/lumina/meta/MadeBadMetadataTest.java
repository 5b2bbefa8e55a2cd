package io.lumina.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.made.Exif;
import io.lumina.made.MadeBytes;
import io.lumina.made.MadeJpeg;
import io.lumina.made.MadePicture;
import io.lumina.meta.field.Metadata;
import io.lumina.meta.field.MetadataIssue;
import io.lumina.meta.field.MetadataReading;
import io.lumina.meta.sidecar.SidecarReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata that no camera should write, and what is kept of them. */
class MadeBadMetadataTest {
  private static final int MAKE = 0x010f;
  private static final String PACKET =
      "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
          + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description"
          + " xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:Rating='3'>"
          + "<xmp:Label>&e;</xmp:Label></rdf:Description></rdf:RDF></x:xmpmeta>";

  private static MetadataReading read(byte[] content) {
    return new MetadataReader().read(content);
  }

  private static byte[] with(Exif fields) {
    return new MadeJpeg().exif(fields).bytes();
  }

  private static byte[] bad(String what) {
    return switch (what) {
      case "nothing" -> new byte[0];
      case "words" -> MadeBytes.big().text("just words, no picture").done();
      case "a text that unpacks to 20 MB" -> png("zTXt", "Comment\0\0");
      case "a profile that unpacks to 20 MB" -> png("iCCP", "sRGB\0\0");
      case "a jpeg cut behind its exif" -> Arrays.copyOf(with(Exif.of("Make", "Model")), 200);
      case "degrees up to 999" -> with(Exif.blank().place(999, 999));
      case "degrees of no hemisphere" -> with(Exif.blank().place(47, 8).withoutHemispheres());
      case "degrees over zero" -> with(Exif.blank().place(47, 8).placeOverZero());
      case "degrees of zero" -> with(Exif.blank().place(0, 0));
      case "orientation 0" -> with(Exif.blank().orientation(0));
      case "orientation 9" -> with(Exif.blank().orientation(9));
      case "a day that is none" ->
          with(Exif.blank().text(Exif.DATE_TIME_ORIGINAL, "2015:02:30 10:00:00"));
      case "a maker of 60000 letters" -> with(Exif.blank().text(MAKE, "M".repeat(60_000)));
      case "xmp that asks for a file" -> new MadeJpeg().xmp(external()).bytes();
      case "xmp that laughs" -> new MadeJpeg().xmp(laughs()).bytes();
      default -> throw new IllegalArgumentException(what);
    };
  }

  private static String external() {
    return "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>" + PACKET;
  }

  /** Ten of ten of ten: a thousand million words if anybody unfolds them. */
  private static String laughs() {
    StringBuilder text = new StringBuilder("<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a0 'lol'>");
    for (int i = 1; i < 10; i++) {
      String ten = "&a%d;".formatted(i - 1).repeat(10);
      text.append("<!ENTITY %s '%s'>".formatted(i == 9 ? "e" : "a" + i, ten));
    }
    return text.append("]>").append(PACKET).toString();
  }

  /** A picture whose chunk unpacks to far more than it holds. */
  private static byte[] png(String chunk, String name) {
    byte[] picture = MadePicture.of(1, 16, 8).as("png");
    byte[] head = Arrays.copyOf(picture, 33);
    byte[] content = MadeBytes.big().text(name).add(deflated(new byte[20 << 20])).done();
    return MadeBytes.big()
        .add(head)
        .add(MadeBytes.chunk(chunk, content))
        .add(Arrays.copyOfRange(picture, head.length, picture.length))
        .done();
  }

  private static byte[] deflated(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "nothing, metadata_unreadable",
    "words, metadata_unreadable",
    "a text that unpacks to 20 MB, metadata_bomb",
    "a profile that unpacks to 20 MB, metadata_bomb",
    "a jpeg cut behind its exif, metadata_truncated",
    "degrees up to 999, bad_gps",
    "degrees of no hemisphere, bad_gps",
    "degrees over zero, bad_gps",
    "orientation 0, bad_orientation",
    "orientation 9, bad_orientation",
    "a day that is none, bad_date",
    "a maker of 60000 letters, text_cut",
    "xmp that asks for a file, bad_xmp",
    "xmp that laughs, bad_xmp",
  })
  void what_is_wrong_has_a_code(String what, String code) {
    assertThat(read(bad(what)).issues()).extracting(MetadataIssue::code).containsOnly(code);
    assertThat(read(bad(what)).issues())
        .allSatisfy(
            issue -> {
              assertThat(issue.detail()).hasSizeLessThanOrEqualTo(200);
              assertThat(issue.detail().chars()).noneMatch(Character::isISOControl);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "degrees up to 999",
        "degrees of no hemisphere",
        "degrees over zero",
        "degrees of zero"
      })
  void what_is_no_position_is_none(String what) {
    Metadata metadata = read(bad(what)).metadata();

    assertThat(metadata.gpsLat()).isEmpty();
    assertThat(metadata.gpsLon()).isEmpty();
  }

  @Test
  void a_position_on_the_other_side_of_equator_and_meridian_is_negative() {
    Metadata metadata = read(with(Exif.blank().place(-33.5, -70.25))).metadata();

    assertThat(metadata.gpsLat()).contains(-33.5);
    assertThat(metadata.gpsLon()).contains(-70.25);
  }

  private static byte[] sidecar(String what) {
    return switch (what) {
      case "a file outside" -> external().getBytes(StandardCharsets.UTF_8);
      case "laughs" -> laughs().getBytes(StandardCharsets.UTF_8);
      case "elements without end" -> "<a>".repeat(50_000).getBytes(StandardCharsets.UTF_8);
      case "an entity of nobody, in 16 bits" ->
          ("\ufeff" + PACKET).getBytes(StandardCharsets.UTF_16LE);
      default -> throw new IllegalArgumentException(what);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a file outside",
        "laughs",
        "elements without end",
        "an entity of nobody, in 16 bits"
      })
  void hostile_sidecars_are_refused(String what) {
    MetadataReading reading = new SidecarReader().read(sidecar(what));

    assertThat(reading.issues()).extracting(MetadataIssue::code).containsExactly("bad_xmp");
    assertThat(reading.metadata()).isEqualTo(Metadata.EMPTY);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "2015:06:07 08:09:10 PM|2015-06-07T20:09:10",
        "\u0001\u0002\u0003\u0004|",
        "    :  :     :  :  |",
        "2015-06-07 08:09:10|2015-06-07T08:09:10",
        "2015:02:30 10:00:00|",
        "2015-06-07T08:09:10+02:00|2015-06-07T08:09:10",
        "2023:13:45 99:99:99|",
        "2015:06:07|2015-06-07T00:00",
        "15:06:07 08:09:10|",
        "0001:01:01 00:00:00|",
        "0000:00:00 00:00:00|",
      },
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false)
  void odd_dates_give_what_a_person_would_read(String text, LocalDateTime expected) {
    MetadataReading reading = read(with(Exif.blank().text(Exif.DATE_TIME_ORIGINAL, text)));

    assertThat(reading.dates().stream().flatMap(date -> date.local().stream()).findFirst())
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void a_date_with_a_thousand_zeros_behind_it_is_that_date() {
    String text = "2015:06:07 08:09:10" + "0".repeat(1_000);

    assertThat(read(with(Exif.blank().text(Exif.DATE_TIME_ORIGINAL, text))).dates().get(0).local())
        .contains(LocalDateTime.parse("2015-06-07T08:09:10"));
  }

  @Test
  void names_stay_text_whatever_they_try() {
    assertThat(read(with(Exif.blank().text(MAKE, "Ca\0non"))).metadata().make())
        .hasValueSatisfying(make -> assertThat(make).doesNotContain("\0").startsWith("Ca"));
    assertThat(read(with(Exif.blank().latin1(MAKE, "Zei\u00df"))).metadata().make())
        .contains("Zei\u00df");
    assertThat(read(bad("a maker of 60000 letters")).metadata().make()).contains("M".repeat(4_000));
  }
}
