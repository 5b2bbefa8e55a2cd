package io.lumina.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    DateCandidate later = local(DateField.DIRECTORY, "2015-06-02T00:00:00");
    DateCandidate earlier = local(DateField.DIRECTORY, "2015-06-01T00:00:00");

    assertThat(choose(digitized, original).winner()).contains(original);
    assertThat(choose(later, earlier).winner()).contains(earlier);
  }

  @Test
  void the_order_of_candidates_does_not_matter() {
    DateCandidate a = utc(DateField.QUICKTIME_MEDIA_CREATE, "2015-06-07T08:09:10Z");
    DateCandidate b = local(DateField.XMP_CREATE, "2015-06-07T08:09:10");
    DateCandidate c = utc(DateField.TAKEOUT_TAKEN, "2015-06-07T06:09:10Z");

    assertThat(choose(a, b, c)).isEqualTo(choose(c, b, a)).isEqualTo(choose(b, a, c));
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

  @ParameterizedTest
  @CsvSource({
    "2026-01-03T00:00:01,FUTURE",
    "1985-06-07T08:09:10,PRE_1990",
    "2000-01-01T05:00:00,CAMERA_DEFAULT",
    "1970-01-01T00:00:01,PRE_1990 CAMERA_DEFAULT",
    "1980-01-01T00:00:00,PRE_1990 CAMERA_DEFAULT MIDNIGHT",
    "2005-01-01T00:00:00,CAMERA_DEFAULT MIDNIGHT",
    "2015-06-07T00:00:00,MIDNIGHT",
    "2015-06-07T08:09:10,",
  })
  void doubts_about_an_embedded_date(String text, String reasons) {
    assertThat(choose(local(DateField.EXIF_ORIGINAL, text)).reasons())
        .extracting(Enum::name)
        .containsExactly(reasons == null ? new String[0] : reasons.split(" "));
  }

  @Test
  void a_file_system_date_is_doubted_twice() {
    assertThat(choose(FileSystemDate.of(Instant.parse("2015-06-07T08:09:10Z"))).reasons())
        .containsExactly(DateReason.FILESYSTEM_ONLY, DateReason.LOW_CONFIDENCE);
  }

  @Test
  void a_year_as_directory_conflicts_only_outside_that_year() {
    DateCandidate photo = local(DateField.EXIF_ORIGINAL, "2015-12-07T08:09:10");
    NameDates names = new NameDates();

    assertThat(choose(photo, names.of("2015/a.jpg").get(0)).reasons()).isEmpty();
    assertThat(choose(photo, names.of("2016/a.jpg").get(0)).reasons()).isEmpty();
    assertThat(choose(photo, names.of("2013/a.jpg").get(0)).reasons())
        .containsExactly(DateReason.CONFLICT_30D);
  }

  @Test
  void a_file_name_a_month_away_conflicts_and_a_modification_does_not() {
    DateCandidate photo = local(DateField.EXIF_ORIGINAL, "2015-12-07T08:09:10");

    assertThat(choose(photo, local(DateField.FILE_NAME, "2016-02-07T08:09:10")).reasons())
        .containsExactly(DateReason.CONFLICT_30D);
    assertThat(choose(photo, local(DateField.EXIF_MODIFIED, "2019-02-07T08:09:10")).reasons())
        .isEmpty();
  }
}
