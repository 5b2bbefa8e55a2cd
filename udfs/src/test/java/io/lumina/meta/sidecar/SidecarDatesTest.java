package io.lumina.meta.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.made.Exif;
import io.lumina.made.MadeFilm;
import io.lumina.made.MadeJpeg;
import io.lumina.made.XmpText;
import io.lumina.meta.MetadataReader;
import io.lumina.meta.date.CaptureDate;
import io.lumina.meta.date.CaptureDates;
import io.lumina.meta.date.DateCandidate;
import io.lumina.meta.date.DateReason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The date that somebody wrote beside a picture, against the one inside. */
class SidecarDatesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final byte[] PICTURE =
      new MadeJpeg()
          .exif(Exif.blank().text(Exif.DATE_TIME_ORIGINAL, "2019:07:14 12:20:57"))
          .bytes();

  private static CaptureDate date(byte[] picture, XmpText... sidecars) {
    List<DateCandidate> dates = new ArrayList<>(new MetadataReader().read(picture).dates());
    for (XmpText sidecar : sidecars) {
      new SidecarReader()
          .read(sidecar.bytes()).dates().stream().map(DateCandidate::beside).forEach(dates::add);
    }
    return CaptureDates.choose(dates, NOW, Optional.empty());
  }

  private static XmpText taken(String text) {
    return new XmpText().with("exif:DateTimeOriginal", text);
  }

  @Test
  void a_capture_that_differs_wins_and_the_cameras_stays_a_candidate() {
    CaptureDate date = date(PICTURE, taken("2019-07-14T13:20:57"));

    assertThat(date.local()).contains(LocalDateTime.parse("2019-07-14T13:20:57"));
    assertThat(date.confidence()).isEqualTo(97);
    assertThat(date.winner().map(DateCandidate::source)).contains("sidecar");
    assertThat(date.candidates())
        .extracting(DateCandidate::raw)
        .containsExactly("2019:07:14 12:20:57", "2019-07-14T13:20:57");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019-07-14T12:20:57", "2019-07-14T12:20:57.25", "2019-07-14", "2019"})
  void a_capture_that_says_the_same_leaves_the_cameras(String beside) {
    CaptureDate date = date(PICTURE, taken(beside));

    assertThat(date.local()).contains(LocalDateTime.parse("2019-07-14T12:20:57"));
    assertThat(date.confidence()).isEqualTo(95);
    assertThat(date.winner().map(DateCandidate::source)).contains("exif");
  }

  @Test
  void the_same_clock_with_an_offset_tells_the_offset() {
    CaptureDate date = date(PICTURE, taken("2019-07-14T12:20:57+02:00"));

    assertThat(date.winner().map(DateCandidate::source)).contains("exif");
    assertThat(date.offset()).contains(ZoneOffset.ofHours(2));
  }

  @Test
  void the_days_on_which_a_sidecar_was_made_move_nothing() {
    CaptureDate date =
        date(
            PICTURE,
            new XmpText()
                .with("xmp:CreateDate", "2024-08-10T21:43:21")
                .with("xmp:ModifyDate", "2024-08-10T21:43:21")
                .with("xmp:MetadataDate", "2024-08-10T21:43:21"));

    assertThat(date.local()).contains(LocalDateTime.parse("2019-07-14T12:20:57"));
    assertThat(date.confidence()).isEqualTo(95);
  }

  @Test
  void where_the_picture_knows_nothing_the_sidecar_corrects_nothing() {
    CaptureDate date = date(new MadeJpeg().bytes(), taken("1987-06-14T15:30:00+02:00"));

    assertThat(date.local()).contains(LocalDateTime.parse("1987-06-14T15:30:00"));
    assertThat(date.offset()).contains(ZoneOffset.ofHours(2));
    assertThat(date.confidence()).isEqualTo(95);
  }

  @Test
  void of_two_sidecars_the_better_one_corrects() {
    CaptureDate date = date(PICTURE, taken("2019-07-15T10:00:00"), taken("2018-01-02T10:00:00"));

    assertThat(date.local()).contains(LocalDateTime.parse("2019-07-15T10:00:00"));
  }

  @Test
  void a_film_knows_an_instant_only_so_another_zone_is_no_correction() {
    byte[] film = MadeFilm.of(Instant.parse("2024-03-01T10:00:00Z")).bytes();

    CaptureDate moved = date(film, taken("2012-05-29T08:55:06"));
    CaptureDate zoned = date(film, taken("2024-03-01T12:00:00"));

    assertThat(moved.confidence()).isEqualTo(97);
    assertThat(moved.local()).contains(LocalDateTime.parse("2012-05-29T08:55:06"));
    assertThat(zoned.confidence()).isEqualTo(95);
    assertThat(zoned.local()).contains(LocalDateTime.parse("2024-03-01T12:00:00"));
  }

  @Test
  void a_takeout_of_a_photograph_before_1970_counts_backwards() {
    String json = "{\"photoTakenTime\":{\"timestamp\":\"-157766400\"}}";
    List<DateCandidate> dates =
        new SidecarReader().read(json.getBytes(StandardCharsets.UTF_8)).dates();

    CaptureDate date = CaptureDates.choose(dates, NOW, Optional.empty());

    assertThat(date.local()).contains(LocalDateTime.parse("1965-01-01T00:00"));
    assertThat(date.reasons())
        .contains(DateReason.PRE_1990)
        .doesNotContain(DateReason.CAMERA_DEFAULT);
  }
}
