package io.lumina.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.container.FileFormat;
import io.lumina.container.MediaKind;
import io.lumina.image.reading.Corruption;
import io.lumina.image.reading.Corruption.Severity;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Issue;
import io.lumina.image.reading.PictureReading;
import io.lumina.made.NeedsShared;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every sample is read once; what is found is held against what the library says of it. */
@NeedsShared
class TruthTableTest {
  private static final Set<String> BAD =
      Set.of("corrupt", "fail", "not-an-image", "zero-byte", "bomb", "partial");
  private static final Set<String> GOOD =
      Set.of(
          "ok",
          "odd-jpeg",
          "odd-exif",
          "odd-date",
          "odd-gps",
          "wrong-extension",
          "trap",
          "sidecar");

  private record Finding(Optional<Corruption> corruption, List<Issue> issues, boolean luma) {

    boolean isSomething() {
      return corruption.isPresent() || !issues.isEmpty();
    }

    boolean isAtLeast(Severity severity) {
      return corruption.filter(c -> c.severity().compareTo(severity) >= 0).isPresent();
    }
  }

  private static final Map<Samples.Row, Finding> FINDINGS = new LinkedHashMap<>();

  @BeforeAll
  static void readEverything() {
    try (PictureReader reader = new PictureReader()) {
      for (Samples.Row row : Samples.truth()) {
        FINDINGS.put(row, finding(reader, row));
      }
    }
  }

  private static Finding finding(PictureReader reader, Samples.Row row) {
    FileFormat format = row.format();
    if (format.kind() == MediaKind.VIDEO || format.kind() == MediaKind.AUDIO) {
      return new Finding(reader.probe(row.content()).corruption(), List.of(), false);
    }
    PictureReading reading = reader.read(row.content(), format);
    return new Finding(reading.corruption(), reading.issues(), reading.hasLuma());
  }

  private static List<String> files(Set<String> expect, Predicate<Finding> is) {
    return FINDINGS.entrySet().stream()
        .filter(entry -> expect.contains(entry.getKey().expect()))
        .filter(entry -> is.test(entry.getValue()))
        .map(entry -> entry.getKey().file())
        .toList();
  }

  @Test
  void every_sample_has_one_reading() {
    assertThat(FINDINGS).hasSameSizeAs(Samples.truth()).hasSizeGreaterThan(1000);
  }

  @Test
  void whatever_has_no_luma_says_why_unless_it_is_no_picture() {
    assertThat(FINDINGS.entrySet())
        .filteredOn(entry -> entry.getKey().format().kind() == MediaKind.IMAGE)
        .filteredOn(entry -> !entry.getValue().luma() && !entry.getValue().isSomething())
        .isEmpty();
  }

  @Test
  void damaged_files_have_a_corruption_or_an_issue() {
    assertThat(files(BAD, finding -> !finding.isSomething()))
        .containsExactlyInAnyOrder(
            // Damage in Exif, IPTC or XMP only, which the metadata package reports.
            "bad/commons-imaging/image-with-exif.png",
            "bad/exifr/issue-exifr-41-Error_Segment_Unreachable.jpg",
            "bad/imagemeta/infinite_loop_exif.jpg",
            "bad/mapillary/corrupt_exif_2.jpg",
            "bad/mapillary/corrupt_exif_trusted_wrong_type.jpg",
            "bad/mapillary/corrupt_exif_wrong_type.jpg",
            "bad/own/header-bitflips-0.jpg",
            "bad/own/header-bitflips-1.jpg",
            "bad/own/xmp-inside-laughs.jpg",
            "bad/own/billion-laughs.xmp",
            // Nothing broken in their pictures as their formats' specifications have it: seeds of
            // fuzzers, odd but legal choices, and files that tripped one decoder's own mistake.
            "bad/commons-imaging/111083453-c07f1880-851e-11eb-8b61-2757f7d934bf.jpg",
            "bad/commons-imaging/test-72_6-dpi.bmp",
            "bad/elodie/imghdr-error.jpg",
            "bad/go-fuzz/avatars.png",
            "bad/go-fuzz/basn0g01-30.png",
            "bad/go-fuzz/basn0g02-29.png",
            "bad/go-fuzz/blue-purple-pink-large.normal-filter.lossy.webp",
            "bad/go-fuzz/video-001-gray.tiff",
            "bad/go-fuzz/video-001.cmyk.jpeg",
            "bad/go-fuzz/video-001.q50.444.jpeg",
            "bad/go-fuzz/video-001.separate.dc.progression.jpeg",
            "bad/go-fuzz/video-005.gray.q50.2x2.progressive.jpeg",
            "bad/go-fuzz/video-005.gray.q50.progressive.jpeg",
            "bad/go-fuzz/video-display-16.png",
            "bad/go-fuzz/video-display-48.png",
            "bad/image-rs/panic.webp",
            "bad/image-rs/resize-with-alpha-original-half-size.png",
            "bad/imagetestsuite/865db3dd2d380626f16b6f9dc6d62dba.jpg",
            "bad/imagetestsuite/affc57dfffa5ec448a0795738d456018.png",
            "bad/wuffs/1QcSHQRnh493V4dIh4eXh1h4kJUI.png",
            "bad/wuffs/background-color.gif",
            "bad/wuffs/multiple-loop-counts.gif",
            // A progressive stream with codes missing: only baseline codes are run.
            "bad/imagetestsuite/1cbb1bb37d62c44f67374cd451643dc4.jpg");
  }

  @Test
  void good_files_have_no_serious_corruption() {
    assertThat(files(GOOD, finding -> finding.isAtLeast(Severity.MODERATE)))
        .containsExactlyInAnyOrder(
            // 64×64 pixels of a kind of HEIC that FFmpeg does not open.
            "photos/heic/zPug_3.heic",
            // Its first restart interval really holds codes that run over their blocks.
            "photos/oddjpeg/hopper_bad_exif.jpg",
            // Zero bytes long: the name says sidecar, the content nothing.
            "photos/sidecar/phockup/xmp.jpg.xmp");
  }

  @Test
  void good_files_have_no_minor_corruption_either() {
    assertThat(
            files(
                GOOD,
                finding ->
                    finding.isAtLeast(Severity.MINOR) && !finding.isAtLeast(Severity.MODERATE)))
        .isEmpty();
  }

  @Test
  void damaged_streams_are_told_from_whole_ones() {
    assertThat(files(Set.of("partial"), finding -> finding.luma() && finding.isSomething()))
        .hasSize(6);
  }

  @Test
  void every_reason_is_one_of_the_fixed_set() throws IllegalAccessException {
    Set<String> known = new HashSet<>();
    for (var field : CorruptionReason.class.getFields()) {
      known.add((String) field.get(null));
    }
    assertThat(FINDINGS.values())
        .allSatisfy(
            finding -> {
              finding.corruption().ifPresent(c -> assertThat(known).contains(c.reason()));
              finding.issues().forEach(issue -> assertThat(known).contains(issue.code()));
            });
  }
}
