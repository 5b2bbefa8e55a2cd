package io.lumina.meta.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaptureDatesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final ZoneOffset SUMMER = ZoneOffset.ofHours(2);

  private static DateCandidate local(DateField field, String text) {
    return DateCandidate.local(field, text, LocalDateTime.parse(text), Optional.empty());
  }

  private static DateCandidate local(DateField field, String text, ZoneOffset offset) {
    return DateCandidate.local(field, text, LocalDateTime.parse(text), Optional.of(offset));
  }

  private static DateCandidate utc(DateField field, String text) {
    return DateCandidate.instant(field, text, Instant.parse(text));
  }

  private static CaptureDate choose(DateCandidate... candidates) {
    return CaptureDates.choose(List.of(candidates), NOW, Optional.empty());
  }

  private static CaptureDate chooseInZurich(DateCandidate... candidates) {
    return CaptureDates.choose(List.of(candidates), NOW, Optional.of(ZoneId.of("Europe/Zurich")));
  }

  @Test
  void without_candidates_nothing_is_known() {
    assertThat(choose()).isEqualTo(CaptureDate.UNKNOWN);
  }

  @Test
  void the_best_confidence_wins() {
    CaptureDate date =
        choose(
            local(DateField.DIRECTORY, "2015-06-01T00:00:00"),
            local(DateField.FILE_NAME, "2015-06-07T08:09:11"),
            local(DateField.EXIF_MODIFIED, "2015-06-08T00:00:01"),
            local(DateField.EXIF_ORIGINAL, "2015-06-07T08:09:10"));

    assertThat(date.local()).contains(LocalDateTime.parse("2015-06-07T08:09:10"));
    assertThat(date.confidence()).isEqualTo(95);
    assertThat(date.reasons()).isEmpty();
  }

  @Test
  void among_equals_the_field_order_decides_and_then_the_earliest() {
    DateCandidate original = local(DateField.EXIF_ORIGINAL, "2015-06-07T08:09:10");
    DateCandidate digitized = local(DateField.EXIF_DIGITIZED, "2015-06-01T08:09:10");
    DateCandidate later = local(DateField.XMP_ORIGINAL, "2015-06-02T00:00:00");
    DateCandidate earlier = local(DateField.XMP_ORIGINAL, "2015-06-01T00:00:00");

    assertThat(choose(digitized, original).winner()).contains(original);
    assertThat(choose(later, earlier).winner()).contains(earlier);
  }

  @Test
  void the_order_of_candidates_does_not_matter() {
    DateCandidate a = utc(DateField.QUICKTIME_MEDIA_CREATE, "2015-06-07T08:09:10Z");
    DateCandidate b = local(DateField.XMP_CREATE, "2015-06-07T08:09:10");
    DateCandidate c = utc(DateField.TAKEOUT_TAKEN, "2015-06-07T06:09:10Z");

    assertThat(choose(a, b, c).winner()).contains(b);
    assertThat(choose(c, b, a).winner()).contains(b);
    assertThat(choose(b, a, c).winner()).contains(b);
  }

  @Test
  void of_directories_the_deepest_wins() {
    List<DateCandidate> path = new NameDates().of("2019/02/03/x.jpg");

    CaptureDate date = CaptureDates.choose(path, NOW, Optional.empty());

    assertThat(date.local()).contains(LocalDateTime.parse("2019-02-03T00:00"));
    assertThat(date.confidence()).isEqualTo(50);
  }

  @Test
  void takeout_never_replaces_a_wall_clock_of_the_file_but_tells_its_offset() {
    CaptureDate date =
        choose(
            local(DateField.EXIF_MODIFIED, "2015-06-07T08:09:10"),
            utc(DateField.TAKEOUT_TAKEN, "2015-06-07T06:09:12Z"));

    assertThat(date.confidence()).isEqualTo(85);
    assertThat(date.local()).contains(LocalDateTime.parse("2015-06-07T08:09:10"));
    assertThat(date.offset()).contains(SUMMER);
  }

  @Test
  void takeout_beats_the_file_name_whose_clock_shows_the_zone() {
    CaptureDate date =
        choose(
            local(DateField.FILE_NAME, "2015-06-07T08:09:10"),
            utc(DateField.TAKEOUT_TAKEN, "2015-06-07T06:09:12Z"));

    assertThat(date.confidence()).isEqualTo(90);
    assertThat(date.local()).contains(LocalDateTime.parse("2015-06-07T08:09:12"));
    assertThat(date.offset()).contains(SUMMER);
  }

  @Test
  void the_offset_of_the_tag_comes_before_gps_and_zone() {
    DateCandidate gps = utc(DateField.GPS, "2015-06-07T03:09:10Z");

    assertThat(
            chooseInZurich(local(DateField.EXIF_ORIGINAL, "2015-06-07T08:09:10", SUMMER), gps)
                .offset())
        .contains(SUMMER);
    assertThat(chooseInZurich(local(DateField.EXIF_ORIGINAL, "2015-06-07T08:09:10"), gps).offset())
        .contains(ZoneOffset.ofHours(5));
    assertThat(chooseInZurich(local(DateField.EXIF_ORIGINAL, "2015-06-07T08:09:10")).offset())
        .contains(SUMMER);
    assertThat(choose(local(DateField.EXIF_ORIGINAL, "2015-06-07T08:09:10")).offset()).isEmpty();
  }

  @Test
  void a_gps_time_that_no_zone_explains_is_left_out() {
    assertThat(
            choose(
                    local(DateField.EXIF_ORIGINAL, "2015-06-07T08:09:10"),
                    utc(DateField.GPS, "2015-06-07T06:02:00Z"))
                .offset())
        .isEmpty();
  }

  @Test
  void a_film_shows_the_clock_of_the_configured_zone_or_of_utc() {
    DateCandidate film = utc(DateField.QUICKTIME_CREATE, "2015-06-07T06:09:10Z");

    assertThat(chooseInZurich(film).local()).contains(LocalDateTime.parse("2015-06-07T08:09:10"));
    assertThat(choose(film).local()).contains(LocalDateTime.parse("2015-06-07T06:09:10"));
    assertThat(choose(film).offset()).isEmpty();
  }

  @Test
  void sub_seconds_are_kept() {
    assertThat(choose(local(DateField.EXIF_ORIGINAL, "2015-06-07T08:09:10.123")).local())
        .contains(LocalDateTime.parse("2015-06-07T08:09:10.123"));
  }

  @Test
  void the_offset_of_another_exif_clock_serves_where_both_show_the_same_second() {
    DateCandidate taken = local(DateField.EXIF_ORIGINAL, "2024-07-03T10:00:00.25");
    ZoneOffset newfoundland = ZoneOffset.ofHoursMinutes(-2, -30);

    assertThat(
            choose(taken, local(DateField.EXIF_MODIFIED, "2024-07-03T10:00:00", newfoundland))
                .offset())
        .contains(newfoundland);
    assertThat(
            choose(taken, local(DateField.EXIF_MODIFIED, "2024-12-03T10:00:00", newfoundland))
                .offset())
        .isEmpty();
    assertThat(
            choose(taken, local(DateField.IPTC_CREATED, "2024-07-03T10:00:00", ZoneOffset.UTC))
                .offset())
        .isEmpty();
  }

  @Test
  void a_name_in_utc_tells_the_offset_of_the_clock_in_the_picture() {
    DateCandidate name = new NameDates().of("PXL_20240101_012612027.jpg").get(0);

    assertThat(choose(local(DateField.EXIF_ORIGINAL, "2024-01-01T10:26:12"), name).offset())
        .contains(ZoneOffset.ofHours(9));
  }

  @Test
  void a_film_and_its_name_in_utc_say_nothing_of_the_place() {
    DateCandidate name = new NameDates().of("PXL_20240101_012612027.mp4").get(0);
    CaptureDate date = choose(utc(DateField.QUICKTIME_CREATE, "2024-01-01T01:26:12Z"), name);

    assertThat(date.local()).contains(LocalDateTime.parse("2024-01-01T01:26:12"));
    assertThat(date.offset()).isEmpty();
  }

  @Test
  void the_day_of_the_photograph_comes_before_the_day_of_the_scan() {
    CaptureDate date =
        choose(
            local(DateField.EXIF_DIGITIZED, "2020-11-14T19:20:21"),
            local(DateField.IPTC_CREATED, "1974-07-20T15:30:00"));

    assertThat(date.local()).contains(LocalDateTime.parse("1974-07-20T15:30:00"));
    assertThat(date.candidates())
        .extracting(DateCandidate::field, DateCandidate::confidence)
        .containsExactly(tuple("DateTimeDigitized", 90), tuple("DateCreated", 95));
  }

  @Test
  void a_time_of_digitizing_alone_is_that_of_the_capture() {
    assertThat(choose(local(DateField.EXIF_DIGITIZED, "2020-11-14T19:20:21")).confidence())
        .isEqualTo(95);
  }
}
