package io.lumina.meta.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateDoubtsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static DateCandidate local(DateField field, String text) {
    return DateCandidate.local(
        field,
        text,
        new DateText(DatePrecision.start(text), Optional.empty(), DatePrecision.of(text)));
  }

  private static CaptureDate choose(DateCandidate... candidates) {
    return CaptureDates.choose(List.of(candidates), NOW, Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-03T00:00:01,FUTURE",
    "1985-06-07T08:09:10,PRE_1990",
    "2000-01-01T05:00:00,CAMERA_DEFAULT",
    "1970-01-01T00:00:01,PRE_1990 CAMERA_DEFAULT",
    "1980-01-01T00:00:00,PRE_1990 CAMERA_DEFAULT MIDNIGHT",
    "2005-01-01T00:00:00,CAMERA_DEFAULT MIDNIGHT",
    "1974-01-01T00:00:00,PRE_1990 MIDNIGHT",
    "2002-12-08T12:00:00,CAMERA_DEFAULT",
    "2002-12-08T12:00:00.52,CAMERA_DEFAULT",
    "2002-12-08T12:00:01,",
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

  @Test
  void a_year_alone_is_no_default_of_a_camera() {
    assertThat(choose(local(DateField.XMP_DATE_CREATED, "2000")).reasons())
        .containsExactly(DateReason.MIDNIGHT);
    assertThat(choose(local(DateField.XMP_DATE_CREATED, "1970-01")).reasons())
        .containsExactly(DateReason.PRE_1990, DateReason.MIDNIGHT);
  }

  @Test
  void a_year_alone_conflicts_only_with_dates_outside_it() {
    DateCandidate year = local(DateField.XMP_ORIGINAL, "2015");

    assertThat(choose(year, local(DateField.FILE_NAME, "2015-12-24T08:09:10")).reasons())
        .containsExactly(DateReason.MIDNIGHT);
    assertThat(choose(year, local(DateField.FILE_NAME, "2016-12-24T08:09:10")).reasons())
        .containsExactly(DateReason.CONFLICT_30D, DateReason.MIDNIGHT);
  }

  @Test
  void the_instant_zero_is_no_date_whoever_gives_it() {
    assertThat(choose(FileSystemDate.of(Instant.EPOCH)).reasons())
        .contains(DateReason.CAMERA_DEFAULT, DateReason.FILESYSTEM_ONLY);
    assertThat(choose(DateCandidate.instant(DateField.TAKEOUT_TAKEN, "0", Instant.EPOCH)).reasons())
        .contains(DateReason.CAMERA_DEFAULT);
    assertThat(choose(new NameDates().of("IMG_19700101_000012.jpg").get(0)).reasons())
        .contains(DateReason.CAMERA_DEFAULT);
  }

  @Test
  void the_first_day_of_a_memory_card_is_no_date_of_a_file() {
    assertThat(choose(FileSystemDate.of(Instant.parse("1980-01-01T00:00:00Z"))).reasons())
        .contains(DateReason.CAMERA_DEFAULT);
    assertThat(choose(FileSystemDate.of(Instant.parse("2005-01-01T00:00:00Z"))).reasons())
        .doesNotContain(DateReason.CAMERA_DEFAULT);
  }

  @Test
  void a_folder_of_a_new_years_eve_is_no_default_of_a_camera() {
    assertThat(choose(new NameDates().of("2000-01-01 Party/a.jpg").get(0)).reasons())
        .doesNotContain(DateReason.CAMERA_DEFAULT);
  }

  @Test
  void a_file_older_than_photography_by_computer_keeps_its_time() {
    CaptureDate date = choose(FileSystemDate.of(Instant.parse("1960-06-01T12:00:00Z")));

    assertThat(date.local()).contains(LocalDateTime.parse("1960-06-01T12:00"));
    assertThat(date.reasons())
        .contains(DateReason.PRE_1990)
        .doesNotContain(DateReason.CAMERA_DEFAULT);
  }
}
