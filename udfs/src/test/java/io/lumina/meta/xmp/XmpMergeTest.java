package io.lumina.meta.xmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumina.made.XmpText;
import io.lumina.meta.field.Metadata;
import io.lumina.meta.field.MetadataReading;
import io.lumina.meta.sidecar.SidecarReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class XmpMergeTest {
  private static final XmpAdditions RATED =
      new XmpAdditions(
          Optional.of(3),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  @Test
  void what_three_copies_know_stands_in_one_sidecar() {
    byte[] own = new XmpText().with("xmp:Rating", "2").list("dc:subject", "sea").bytes();
    byte[] second = new XmpText().with("xmp:Rating", "5").list("dc:subject", "sea", "dusk").bytes();
    XmpAdditions embedded =
        new XmpAdditions(
            Optional.of(5),
            List.of("dusk", "friends"),
            Optional.of("Evening <& more>"),
            Optional.of("Two lines\nof text"),
            Optional.of(new XmpAdditions.Position(-33.856784, 151.215297)),
            Optional.of("2019-05-11T12:00:00+02:00"));

    MetadataReading read =
        new SidecarReader().read(XmpMerge.of(Optional.of(own), List.of(second), embedded));

    Metadata metadata = read.metadata();
    assertThat(read.issues()).isEmpty();
    assertThat(metadata.rating()).hasValue(5);
    assertThat(metadata.keywords()).containsExactlyInAnyOrder("sea", "dusk", "friends");
    assertThat(metadata.title()).hasValue("Evening <& more>");
    assertThat(metadata.description()).hasValue("Two lines\nof text");
    assertThat(metadata.gpsLat().orElseThrow()).isCloseTo(-33.856784, within(1e-7));
    assertThat(metadata.gpsLon().orElseThrow()).isCloseTo(151.215297, within(1e-7));
    assertThat(read.dates()).anyMatch(date -> date.toString().contains("2019-05-11T12:00"));
  }

  @Test
  void what_nobody_here_knows_is_kept_word_for_word() {
    String foreign =
        """
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
        xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" \
        xmlns:zoo="http://zoo.example/1/" zoo:keeper="  J. &amp; K.  "><zoo:cages><rdf:Seq>\
        <rdf:li rdf:parseType="Resource"><zoo:animal>été</zoo:animal><zoo:legs>4</zoo:legs></rdf:li>\
        </rdf:Seq></zoo:cages></rdf:Description></rdf:RDF></x:xmpmeta>\
        """;
    byte[] own = new XmpText().with("xmp:Rating", "3").bytes();

    for (byte[] merged :
        List.of(
            XmpMerge.of(Optional.of(bytes(foreign)), List.of(), RATED),
            XmpMerge.of(Optional.of(own), List.of(bytes(foreign)), XmpAdditions.NONE),
            XmpMerge.of(Optional.empty(), List.of(bytes(foreign)), RATED))) {
      assertThat(new String(merged, StandardCharsets.UTF_8))
          .contains("http://zoo.example/1/", "  J. &amp; K.  ", "été", "legs", "xmp:Rating=\"3\"");
    }
  }

  @Test
  void what_the_picture_says_already_is_not_replaced() {
    byte[] own = new XmpText().with("xmp:Rating", "1").with("photoshop:City", "Bern").bytes();
    byte[] other = new XmpText().with("xmp:Rating", "4").with("photoshop:City", "Basel").bytes();

    String merged =
        new String(
            XmpMerge.of(Optional.of(own), List.of(other), XmpAdditions.NONE),
            StandardCharsets.UTF_8);

    assertThat(merged).contains("Bern").doesNotContain("Basel").contains("xmp:Rating=\"1\"");
  }

  @Test
  void stars_clock_and_orientation_of_another_copy_are_not_those_of_the_picture() {
    byte[] other =
        new XmpText()
            .with("xmp:Rating", "2")
            .with("exif:DateTimeOriginal", "1999-01-02T03:04:05")
            .with("photoshop:City", "Basel")
            .bytes();

    String merged =
        new String(
            XmpMerge.of(Optional.empty(), List.of(other), XmpAdditions.NONE),
            StandardCharsets.UTF_8);

    assertThat(merged).contains("Basel").doesNotContain("Rating").doesNotContain("1999-01");
  }

  @Test
  void what_is_no_xmp_is_refused() {
    assertThatThrownBy(
            () -> XmpMerge.of(Optional.of(bytes("{\"title\": 1}")), List.of(), XmpAdditions.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
