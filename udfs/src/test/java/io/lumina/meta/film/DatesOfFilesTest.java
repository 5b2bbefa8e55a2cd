package io.lumina.meta.film;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.made.Exif;
import io.lumina.made.IptcBlock;
import io.lumina.made.MadeFilm;
import io.lumina.made.MadeJpeg;
import io.lumina.made.PngText;
import io.lumina.made.XmpText;
import io.lumina.meta.MetadataReader;
import io.lumina.meta.date.CaptureDate;
import io.lumina.meta.date.CaptureDates;
import io.lumina.meta.date.DateCandidate;
import io.lumina.meta.date.DatePrecision;
import io.lumina.meta.date.DateReason;
import io.lumina.meta.date.FileSystemDate;
import io.lumina.meta.date.NameDates;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From the bytes and the name of a file to its date. */
class DatesOfFilesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final FileTime COPIED = new FileTime(Instant.parse("2024-05-05T05:05:05Z"));

  private record FileTime(Instant modified) {
    CaptureDate of(String path, byte[] content) {
      List<DateCandidate> dates = new ArrayList<>(new MetadataReader().read(content).dates());
      dates.addAll(new NameDates().of(path));
      dates.add(FileSystemDate.of(modified));
      return CaptureDates.choose(dates, NOW, Optional.empty());
    }
  }

  private static byte[] exif(Exif block) {
    return new MadeJpeg().exif(block).bytes();
  }

  @Test
  void a_film_of_a_recorder_that_counts_from_1970_is_of_its_own_year() {
    byte[] film = MadeFilm.since1970(Instant.parse("2012-05-29T08:55:06Z")).bytes();

    CaptureDate date = COPIED.of("20120529_085506.m4v", film);

    assertThat(date.local()).contains(LocalDateTime.parse("2012-05-29T08:55:06"));
    assertThat(date.confidence()).isEqualTo(95);
    assertThat(date.reasons()).isEmpty();
    assertThat(COPIED.of("DJI_0507.MP4", film).local())
        .contains(LocalDateTime.parse("2012-05-29T08:55:06"));
  }

  @Test
  void a_film_that_somebody_dated_before_1970_keeps_the_year_that_its_name_confirms() {
    byte[] film = MadeFilm.of(Instant.parse("1958-06-01T12:00:00Z")).bytes();

    assertThat(COPIED.of("1958/wedding.mp4", film).local())
        .contains(LocalDateTime.parse("1958-06-01T12:00:00"));
    assertThat(COPIED.of("1958-06-01 wedding.mp4", film).local())
        .contains(LocalDateTime.parse("1958-06-01T12:00:00"));
  }

  @Test
  void a_film_of_before_1970_is_not_moved_into_the_future() {
    byte[] film = MadeFilm.of(Instant.parse("1968-06-01T12:00:00Z")).bytes();

    assertThat(COPIED.of("wedding.mp4", film).local())
        .contains(LocalDateTime.parse("1968-06-01T12:00:00"));
  }

  @Test
  void a_film_of_apple_shows_the_clock_of_its_place() {
    byte[] film =
        MadeFilm.of(Instant.parse("2024-03-01T10:00:00Z"))
            .key("com.apple.quicktime.creationdate", "2023-08-01T15:00:00+0530")
            .bytes();

    CaptureDate date = COPIED.of("export.mov", film);

    assertThat(date.local()).contains(LocalDateTime.parse("2023-08-01T15:00:00"));
    assertThat(date.offset()).contains(ZoneOffset.ofHoursMinutes(5, 30));
  }

  @Test
  void hour_24_is_the_first_hour_of_the_same_day() {
    CaptureDate date =
        COPIED.of(
            "IMG_20160202_002832.jpg",
            exif(
                Exif.blank()
                    .text(Exif.DATE_TIME_ORIGINAL, "2016:02:02 24:28:33")
                    .text(Exif.SUB_SECONDS_ORIGINAL, "863")));

    assertThat(date.local()).contains(LocalDateTime.parse("2016-02-02T00:28:33.863"));
    assertThat(date.reasons()).isEmpty();
  }

  @Test
  void a_scan_is_of_the_day_of_the_photograph() {
    Exif scanner =
        Exif.blank().text(0x010F, "EPSON").text(Exif.DATE_TIME_DIGITIZED, "2020:11:14 19:20:21");
    byte[] iptc =
        new MadeJpeg()
            .exif(scanner)
            .iptc(
                new IptcBlock()
                    .text(IptcBlock.DATE_CREATED, "19740720")
                    .text(IptcBlock.TIME_CREATED, "153000+0000")
                    .text(IptcBlock.DIGITAL_DATE_CREATED, "20201114"))
            .bytes();
    byte[] xmp =
        new MadeJpeg()
            .exif(scanner)
            .xmp(new XmpText().with("photoshop:DateCreated", "1974-07"))
            .bytes();

    assertThat(COPIED.of("a.jpg", iptc).local())
        .contains(LocalDateTime.parse("1974-07-20T15:30:00"));
    assertThat(COPIED.of("a.jpg", iptc).confidence()).isEqualTo(95);
    assertThat(COPIED.of("a.jpg", xmp).local()).contains(LocalDateTime.parse("1974-07-01T00:00"));
    assertThat(COPIED.of("a.jpg", xmp).winner().map(DateCandidate::precision))
        .contains(DatePrecision.MONTH);
  }

  @Test
  void a_day_of_iptc_is_worth_less_where_the_camera_knew_no_time() {
    byte[] album =
        new MadeJpeg()
            .exif(Exif.blank().text(Exif.DATE_TIME_ORIGINAL, "0000:00:00 00:00:00"))
            .iptc(new IptcBlock().text(IptcBlock.DATE_CREATED, "19980815"))
            .bytes();

    assertThat(COPIED.of("a.jpg", album).confidence()).isEqualTo(85);
    assertThat(COPIED.of("a.jpg", album).local()).contains(LocalDateTime.parse("1998-08-15T00:00"));
  }

  @Test
  void each_offset_belongs_to_its_own_clock() {
    byte[] edited =
        exif(
            Exif.blank()
                .text(Exif.DATE_TIME, "2024:12:24 18:00:00")
                .text(Exif.OFFSET_TIME, "+01:00")
                .text(Exif.DATE_TIME_ORIGINAL, "2024:07:01 10:00:00")
                .text(Exif.OFFSET_TIME_ORIGINAL, "-05:30"));
    byte[] onlyOfEdit =
        exif(
            Exif.blank()
                .text(Exif.DATE_TIME, "2024:12:24 18:00:00")
                .text(Exif.OFFSET_TIME, "+01:00")
                .text(Exif.DATE_TIME_ORIGINAL, "2024:07:01 10:00:00"));

    assertThat(COPIED.of("a.jpg", edited).offset()).contains(ZoneOffset.ofHoursMinutes(-5, -30));
    assertThat(COPIED.of("a.jpg", onlyOfEdit).offset()).isEmpty();
  }

  @Test
  void nuls_and_words_around_a_clock_do_no_harm() {
    assertThat(
            COPIED
                .of(
                    "a.jpg",
                    exif(Exif.blank().text(Exif.DATE_TIME_ORIGINAL, "2018:10:10 14:15:38下午\0\0")))
                .local())
        .contains(LocalDateTime.parse("2018-10-10T14:15:38"));
  }

  @Test
  void what_a_converter_copied_from_the_file_system_is_the_time_of_a_file() {
    byte[] converted = PngText.of("date:create", "2021-03-04T05:06:07+00:00");

    CaptureDate alone = COPIED.of("a.png", converted);

    assertThat(alone.local()).contains(LocalDateTime.parse("2021-03-04T05:06:07"));
    assertThat(alone.confidence()).isEqualTo(30);
    assertThat(alone.offset()).isEmpty();
    assertThat(alone.reasons()).contains(DateReason.FILESYSTEM_ONLY);
    assertThat(COPIED.of("Screenshot_20190203-112233.png", converted).confidence()).isEqualTo(70);
    assertThat(COPIED.of("a.png", PngText.of("Creation Time", "2021-03-04T05:06:07")).confidence())
        .isEqualTo(85);
  }
}
