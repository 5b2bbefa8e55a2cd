package io.lumina.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.made.Exif;
import io.lumina.made.IptcBlock;
import io.lumina.made.MadeJpeg;
import io.lumina.made.XmpText;
import io.lumina.meta.field.Metadata;
import io.lumina.meta.field.MetadataIssue;
import io.lumina.meta.field.MetadataReading;
import io.lumina.meta.sidecar.SidecarReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stars and keywords, wherever a program wrote them. */
class WordsOfPicturesTest {
  private static MetadataReading read(MadeJpeg picture) {
    return new MetadataReader().read(picture.bytes());
  }

  private static MetadataReading xmp(XmpText packet) {
    return read(new MadeJpeg().xmp(packet));
  }

  private static MetadataReading exif(int tag, int number) {
    return read(new MadeJpeg().exif(Exif.blank().number(tag, number)));
  }

  @ParameterizedTest
  @CsvSource({"1,2,2", "0,4,4", "5,0,0", "3,-1,-1"})
  void the_stars_of_a_person_come_before_the_constant_of_a_camera(
      int camera, String person, int stars) {
    MetadataReading reading =
        read(
            new MadeJpeg()
                .exif(Exif.blank().number(Exif.RATING, camera))
                .xmp(new XmpText().with("xmp:Rating", person)));

    assertThat(reading.metadata().rating()).contains(stars);
    assertThat(reading.issues()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "12,1", "13,2", "25,2", "50,3", "75,4", "87,4", "99,5", "100,5"})
  void percentages_are_converted_to_stars(int percent, int stars) {
    String text = String.valueOf(percent);

    assertThat(xmp(new XmpText().with("MicrosoftPhoto:Rating", text)).metadata().rating())
        .contains(stars);
    assertThat(exif(Exif.RATING_PERCENT, percent).metadata().rating()).contains(stars);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6", "99", "-2", "2.5", "many"})
  void what_is_no_number_of_stars_is_an_issue(String rating) {
    MetadataReading reading = xmp(new XmpText().with("xmp:Rating", rating));

    assertThat(reading.metadata().rating()).isEmpty();
    assertThat(reading.issues()).extracting(MetadataIssue::code).containsExactly("bad_rating");
  }

  @Test
  void a_number_out_of_range_in_exif_is_an_issue_and_the_percentage_beside_it_counts() {
    assertThat(exif(Exif.RATING, 99).metadata().rating()).isEmpty();
    assertThat(exif(Exif.RATING, 99).issues())
        .containsExactly(new MetadataIssue("bad_rating", "No number of stars: 99.0"));
    assertThat(
            read(new MadeJpeg()
                    .exif(Exif.blank().number(Exif.RATING, 99).number(Exif.RATING_PERCENT, 75)))
                .metadata()
                .rating())
        .contains(4);
  }

  @Test
  void stars_beside_a_picture_replace_those_inside_even_by_none() {
    Metadata inside = xmp(new XmpText().with("xmp:Rating", "4")).metadata();
    Metadata beside =
        new SidecarReader().read(new XmpText().with("xmp:Rating", "0").bytes()).metadata();

    assertThat(inside.withSidecar(beside).rating()).isEqualTo(Optional.of(0));
    assertThat(inside.withSidecar(Metadata.EMPTY).rating()).isEqualTo(Optional.of(4));
  }

  @ParameterizedTest
  @CsvSource({
    "lr:hierarchicalSubject,Animals|Cat,Cat",
    "mediapro:CatalogSets,Animals|Cat,Cat",
    "digiKam:TagsList,People/Derrick,Derrick",
    "MicrosoftPhoto:LastKeywordXMP,Trips/Lisbon,Lisbon",
    "dc:subject,AC/DC,AC/DC",
    "dc:subject,'two, three','two, three'",
  })
  void keywords_are_found_in_whichever_field_has_them(String field, String path, String word) {
    assertThat(xmp(new XmpText().list(field, path)).metadata().keywords()).containsExactly(word);
  }

  @Test
  void keywords_of_all_fields_are_joined_without_repetition() {
    MetadataReading reading =
        read(
            new MadeJpeg()
                .xmp(
                    new XmpText()
                        .list("dc:subject", "Beach", "Cat")
                        .list("lr:hierarchicalSubject", "Animals|Cat", "Time|Sunset"))
                .iptc(
                    new IptcBlock()
                        .text(IptcBlock.KEYWORD, "Beach")
                        .text(IptcBlock.KEYWORD, "??????")
                        .text(IptcBlock.KEYWORD, "MyArchive")));

    assertThat(reading.metadata().keywords())
        .containsExactly("Beach", "Cat", "Sunset", "MyArchive");
  }

  @Test
  void windows_leaves_out_the_slash_behind_its_namespace() {
    byte[] packet =
        new XmpText()
            .with("MicrosoftPhoto:Rating", "75")
            .toString()
            .replace("/photo/1.0/", "/photo/1.0")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(new SidecarReader().read(packet).metadata().rating()).contains(4);
  }
}
