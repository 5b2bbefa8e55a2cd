package io.lumina.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.lumina.made.NeedsShared;
import io.lumina.made.SharedFolder;
import io.lumina.meta.field.Metadata;
import io.lumina.meta.field.MetadataIssue;
import io.lumina.meta.field.MetadataReading;
import io.lumina.meta.sidecar.SidecarReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadMetadataTest {
  private static final Path BAD = SharedFolder.of("samples/bad");

  private final MetadataReader reader = new MetadataReader();
  private final SidecarReader sidecars = new SidecarReader();

  static List<String> badFiles() throws IOException {
    try (Stream<Path> tree = Files.walk(BAD)) {
      return tree.filter(Files::isRegularFile)
          .map(BAD::relativize)
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }

  @NeedsShared
  @ParameterizedTest
  @MethodSource("badFiles")
  void every_bad_file_gives_a_reading_fit_for_tables(String name) throws IOException {
    byte[] content = Files.readAllBytes(BAD.resolve(name));

    MetadataReading whole = reader.read(content);
    MetadataReading streamed = reader.read(new ByteArrayInputStream(content));
    MetadataReading beside = sidecars.read(content);

    assertThatCode(() -> reader.raw(content)).doesNotThrowAnyException();
    for (MetadataReading reading : List.of(whole, streamed, beside)) {
      assertThat(reading.issues()).hasSizeLessThanOrEqualTo(10);
      assertThat(reading.issues())
          .allSatisfy(
              issue -> {
                assertThat(issue.code()).matches("[a-z_]+");
                assertThat(issue.detail()).hasSizeLessThanOrEqualTo(200);
                assertThat(issue.detail().chars()).noneMatch(Character::isISOControl);
              });
      assertThat(reading.metadata().values().values())
          .allSatisfy(value -> assertThat(value.toString()).doesNotContain("\0"));
      assertThat(reading.metadata().values().values())
          .allSatisfy(value -> assertThat(value.toString().length()).isLessThan(50_000));
      assertThat(reading.dates()).allSatisfy(date -> assertThat(date.raw()).doesNotContain("\0"));
    }
  }

  @NeedsShared
  @ParameterizedTest
  @CsvSource({
    "own/zero-byte.jpg,metadata_unreadable",
    "own/text.jpg,metadata_unreadable",
    "own/random.jpg,metadata_unreadable",
    "own/bomb-ztxt.png,metadata_bomb",
    "own/bomb-iccp.png,metadata_bomb",
    "own/truncated-01.jpg,metadata_truncated",
    "own/gps-999.jpg,bad_gps",
    "own/gps-no-ref.jpg,bad_gps",
    "own/gps-zero-denominator.jpg,bad_gps",
    "own/orientation-0.jpg,bad_orientation",
    "own/orientation-9.jpg,bad_orientation",
    "own/date-feb30.jpg,bad_date",
    "own/make-60000.jpg,text_cut",
    "own/xmp-inside-xxe.jpg,bad_xmp",
    "own/xmp-inside-laughs.jpg,bad_xmp",
  })
  void what_is_wrong_has_a_code(String name, String code) throws IOException {
    assertThat(reader.read(Files.readAllBytes(BAD.resolve(name))).issues())
        .extracting(MetadataIssue::code)
        .contains(code);
  }

  @NeedsShared
  @ParameterizedTest
  @ValueSource(strings = {"own/xxe.xmp", "own/billion-laughs.xmp", "own/deep.xmp", "own/utf16.xmp"})
  void hostile_sidecars_are_refused(String name) throws IOException {
    MetadataReading reading = sidecars.read(Files.readAllBytes(BAD.resolve(name)));

    assertThat(reading.issues()).extracting(MetadataIssue::code).containsExactly("bad_xmp");
    assertThat(reading.metadata()).isEqualTo(Metadata.EMPTY);
  }

  @Test
  void a_sidecar_in_utf_16_is_read() {
    String packet =
        "\uFEFF<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
            + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description"
            + " rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:Rating='3'/>"
            + "</rdf:RDF></x:xmpmeta>";

    MetadataReading reading = sidecars.read(packet.getBytes(StandardCharsets.UTF_16LE));

    assertThat(reading.issues()).isEmpty();
    assertThat(reading.metadata().rating()).contains(3);
  }

  @NeedsShared
  @ParameterizedTest
  @ValueSource(
      strings = {
        "own/gps-0-0.jpg",
        "own/gps-999.jpg",
        "own/gps-no-ref.jpg",
        "own/gps-zero-denominator.jpg"
      })
  void what_is_no_position_is_none(String name) throws IOException {
    Metadata metadata = reader.read(Files.readAllBytes(BAD.resolve(name))).metadata();

    assertThat(metadata.gpsLat()).isEmpty();
    assertThat(metadata.gpsLon()).isEmpty();
  }

  @NeedsShared
  @ParameterizedTest
  @CsvSource({
    "date-ampm,2015-06-07T20:09:10",
    "date-binary,",
    "date-blank,",
    "date-dashes,2015-06-07T08:09:10",
    "date-feb30,",
    "date-iso,2015-06-07T08:09:10",
    "date-long,2015-06-07T08:09:10",
    "date-month13,",
    "date-no-time,2015-06-07T00:00",
    "date-twodigit,",
    "date-year0,",
    "date-zero,",
  })
  void odd_dates_give_what_a_person_would_read(String name, LocalDateTime expected)
      throws IOException {
    MetadataReading reading = reader.read(Files.readAllBytes(BAD.resolve("own/" + name + ".jpg")));

    assertThat(reading.dates().stream().flatMap(date -> date.local().stream()).findFirst())
        .isEqualTo(Optional.ofNullable(expected));
  }

  @NeedsShared
  @Test
  void names_stay_text_whatever_they_try() throws IOException {
    assertThat(
            reader.read(Files.readAllBytes(BAD.resolve("own/make-with-nul.jpg"))).metadata().make())
        .hasValueSatisfying(make -> assertThat(make).doesNotContain("\0").isNotEmpty());
    assertThat(
            reader.read(Files.readAllBytes(BAD.resolve("own/make-not-utf8.jpg"))).metadata().make())
        .hasValueSatisfying(make -> assertThat(make).doesNotContain("\uFFFD").isNotEmpty());
    assertThat(reader.read(Files.readAllBytes(BAD.resolve("own/make-60000.jpg"))).metadata().make())
        .hasValueSatisfying(make -> assertThat(make).hasSize(4_000));
  }
}
