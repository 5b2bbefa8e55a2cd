package io.lumina.meta.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.made.NeedsShared;
import io.lumina.made.SharedFolder;
import io.lumina.made.XmpText;
import io.lumina.meta.date.DateCandidate;
import io.lumina.meta.date.DatePrecision;
import io.lumina.meta.field.Metadata;
import io.lumina.meta.field.MetadataField;
import io.lumina.meta.field.MetadataIssue;
import io.lumina.meta.field.MetadataReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SidecarReaderTest {
  private static final Path PHOTOS = SharedFolder.of("samples/photos");

  private final SidecarReader sidecars = new SidecarReader();

  @NeedsShared
  @Test
  void every_takeout_picture_gets_the_date_of_its_sidecar() throws IOException {
    Path folder = PHOTOS.resolve("takeout/Photos from 2016");
    List<String> names;
    try (Stream<Path> files = Files.list(folder)) {
      names = files.map(file -> file.getFileName().toString()).toList();
    }
    Map<String, Long> taken = new TreeMap<>();
    SidecarNames.assign(names)
        .forEach(
            (sidecar, pictures) ->
                pictures.forEach(picture -> taken.put(picture, epoch(folder.resolve(sidecar)))));

    assertThat(taken)
        .isEqualTo(
            Map.of(
                "IMG_0001.jpg", 1459591167L,
                "IMG_0002(1).jpg", 1471492129L,
                "IMG_0003-edited.jpg", 1469867702L,
                "IMG_0005.jpg", 1464020035L,
                "IMG_0006.jpg", 1482340407L,
                "Pic of a very long name that Google cuts off at f.jpg", 1455982662L));
  }

  @Test
  void every_picture_of_a_made_takeout_gets_the_date_of_its_sidecar() {
    String cut = "Pic of a very long name that Google cuts off at";
    Map<String, String> pictures =
        Map.of(
            "IMG_0001.jpg.json",
            "IMG_0001.jpg",
            "IMG_0002.jpg(1).json",
            "IMG_0002(1).jpg",
            "IMG_0003.jpg.json",
            "IMG_0003-edited.jpg",
            "IMG_0005.jpg.supplemental-metadata.json",
            "IMG_0005.jpg",
            "IMG_0006.jpg.supplemental-me.json",
            "IMG_0006.jpg",
            cut + ".json",
            cut + " f.jpg");
    List<String> names =
        Stream.of(pictures.keySet(), pictures.values(), List.of("IMG_0007.jpg"))
            .flatMap(Collection::stream)
            .toList();
    Map<String, List<String>> found = SidecarNames.assign(names);

    pictures.forEach((json, picture) -> assertThat(found.get(json)).containsExactly(picture));
    assertThat(found).hasSameSizeAs(pictures);
    assertThat(json("{\"photoTakenTime\":{\"timestamp\":\"1459591167\"}}").dates().get(0).utc())
        .contains(Instant.parse("2016-04-02T09:59:27Z"));
  }

  @Test
  void nodes_of_a_graph_are_read_where_they_are_referred_to() {
    String packet =
        """
        <x:xmpmeta xmlns:x='adobe:ns:meta/'>
        <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'
            xmlns:tiff='http://ns.adobe.com/tiff/1.0/'
            xmlns:dc='http://purl.org/dc/elements/1.1/'>
        <rdf:Description rdf:nodeID="size">
          <tiff:ImageWidth>640</tiff:ImageWidth><tiff:ImageLength>480</tiff:ImageLength>
        </rdf:Description>
        <rdf:Bag rdf:nodeID="tags"><rdf:li>sea</rdf:li><rdf:li>5 $ &amp; more</rdf:li></rdf:Bag>
        <rdf:Description rdf:about=''><dc:subject rdf:nodeID="tags" /></rdf:Description>
        </rdf:RDF></x:xmpmeta>
        """;
    MetadataReading reading = sidecars.read(packet.getBytes(StandardCharsets.UTF_8));

    assertThat(reading.issues()).isEmpty();
    assertThat(reading.metadata().value(MetadataField.WIDTH)).contains(640);
    assertThat(reading.metadata().value(MetadataField.HEIGHT)).contains(480);
    assertThat(reading.metadata().value(MetadataField.KEYWORDS))
        .contains(List.of("sea", "5 $ & more"));
  }

  private long epoch(Path sidecar) {
    try {
      MetadataReading reading = sidecars.read(Files.readAllBytes(sidecar));
      return reading.dates().get(0).utc().map(Instant::getEpochSecond).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void takeout_gives_instant_place_and_words() {
    MetadataReading reading =
        json(
            "{\"title\":\"IMG_1.jpg\",\"description\":\"At the lake\","
                + "\"photoTakenTime\":{\"timestamp\":\"1471492129\"},"
                + "\"geoData\":{\"latitude\":47.6,\"longitude\":8.5,\"altitude\":400.0},"
                + "\"people\":[{\"name\":\"Ann\"},{\"name\":\"Bo\"}]}");

    assertThat(reading.issues()).isEmpty();
    assertThat(reading.dates())
        .containsExactly(
            new DateCandidate(
                "takeout",
                "photoTakenTime",
                "1471492129",
                Optional.empty(),
                Optional.empty(),
                Optional.of(Instant.ofEpochSecond(1_471_492_129)),
                90,
                DatePrecision.TIME));
    assertThat(reading.metadata().values())
        .isEqualTo(
            Map.of(
                MetadataField.GPS_LAT, 47.6,
                MetadataField.GPS_LON, 8.5,
                MetadataField.GPS_ALT, 400.0,
                MetadataField.DESCRIPTION, "At the lake",
                MetadataField.KEYWORDS, List.of("Ann", "Bo")));
  }

  @Test
  void takeout_at_zero_zero_is_no_place() {
    assertThat(
            json("{\"geoData\":{\"latitude\":0.0,\"longitude\":0.0,\"altitude\":0.0}}").metadata())
        .isEqualTo(Metadata.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,2]",
        "{\"a\":01}",
        "{\"a\":\"\\x\"}",
        "{} {}",
        "nul",
        "{\"a\" 1}",
        "{\"a\":\"\t\"}",
        "\"\\u12\"",
        "{\"a\":1,}"
      })
  void what_is_not_a_json_object_is_an_issue(String text) {
    assertThat(json(text).issues()).extracting(MetadataIssue::code).containsExactly("bad_sidecar");
  }

  @Test
  void json_nested_without_end_is_refused() {
    MetadataReading reading = json("[".repeat(1_000_000));

    assertThat(reading.issues())
        .containsExactly(new MetadataIssue("bad_sidecar", "JSON nested deeper than 64"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "99999999999999999999",
        "9223372036854775807",
        "-9223372036854775808",
        "1550000000002",
        "1550000000002000",
        "-31557014167219201",
        "253402300800",
        "1e300",
        "NaN"
      })
  void a_time_of_no_year_of_photographs_is_an_issue(String timestamp) {
    MetadataReading reading = json("{\"photoTakenTime\":{\"timestamp\":\"" + timestamp + "\"}}");

    assertThat(reading.issues()).extracting(MetadataIssue::code).containsExactly("bad_date");
    assertThat(reading.dates()).isEmpty();
  }

  @Test
  void json_escapes_are_read() {
    assertThat(
            json("{\"description\":\"\\u00e9\\n\\\"\\ud83d\\ude00\\u0000\"}")
                .metadata()
                .description())
        .contains("\u00e9\n\"\ud83d\ude00");
  }

  @NeedsShared
  @Test
  void an_xmp_sidecar_gives_what_people_wrote() throws IOException {
    MetadataReading reading =
        sidecars.read(Files.readAllBytes(PHOTOS.resolve("sidecar/IMG_5910.xmp")));

    assertThat(reading.metadata().rating()).contains(3);
    assertThat(reading.metadata().title()).contains("Squirrel at berkely");
    assertThat(reading.metadata().keywords())
        .containsExactly("Alvin the Squirrel", "Berkley", "USA");
    assertThat(reading.dates().get(0).confidence()).isEqualTo(95);
  }

  @Test
  void a_made_xmp_sidecar_gives_what_people_wrote() {
    MetadataReading reading =
        sidecars.read(
            new XmpText()
                .with("xmp:Rating", "3")
                .with("xmp:CreateDate", "2015-06-11T10:29:26.69")
                .with("xmp:ModifyDate", "2019-01-13T19:39:07+01:00")
                .with("photoshop:DateCreated", "2015-06-11T10:29:26.69")
                .with(
                    "dc:title", "<rdf:Alt><rdf:li xml:lang='x-default'>Squirrel</rdf:li></rdf:Alt>")
                .list("dc:subject", "Alvin the Squirrel", "Berkeley", "USA")
                .bytes());

    assertThat(reading.issues()).isEmpty();
    assertThat(reading.metadata().rating()).contains(3);
    assertThat(reading.metadata().title()).contains("Squirrel");
    assertThat(reading.metadata().keywords())
        .containsExactly("Alvin the Squirrel", "Berkeley", "USA");
    assertThat(reading.dates().get(0).confidence()).isEqualTo(95);
    assertThat(reading.dates().get(0).local())
        .contains(LocalDateTime.parse("2015-06-11T10:29:26.690"));
  }

  private MetadataReading json(String text) {
    return sidecars.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
