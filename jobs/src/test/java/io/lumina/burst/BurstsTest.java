package io.lumina.burst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.table.BurstsTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BurstsTest {
  private static final BurstsConfig BY_TIME = BurstsConfig.DEFAULT.byTimeAlone();

  @Test
  void three_frames_of_one_camera_within_a_second_of_each_other_are_a_burst() {
    assertThat(bursts(shot("a/3.jpg", "02.9"), shot("a/1.jpg", "01.0"), shot("a/2.jpg", "01.95")))
        .containsExactly("a/1.jpg* a/2.jpg a/3.jpg");
  }

  @Test
  void with_fractions_a_longer_gap_than_one_second_ends_the_burst() {
    assertThat(
            bursts(
                shot("a/1.jpg", "01.1"),
                shot("a/2.jpg", "02.1"),
                shot("a/3.jpg", "03.1"),
                shot("a/4.jpg", "04.101")))
        .containsExactly("a/1.jpg* a/2.jpg a/3.jpg");
  }

  @Test
  void without_fractions_two_seconds_go_and_three_do_not() {
    assertThat(
            bursts(
                shot("a/1.jpg", "01"),
                shot("a/2.jpg", "03"),
                shot("a/3.jpg", "05"),
                shot("a/4.jpg", "08"),
                shot("a/5.jpg", "10")))
        .containsExactly("a/1.jpg* a/2.jpg a/3.jpg");
  }

  @Test
  void a_round_second_of_a_camera_with_fractions_does_not_lengthen_the_gap() {
    assertThat(bursts(shot("a/1.jpg", "01.5"), shot("a/2.jpg", "02.5"), shot("a/3.jpg", "04")))
        .isEmpty();
  }

  @Test
  void two_frames_are_no_burst() {
    assertThat(bursts(shot("a/1.jpg", "01.1"), shot("a/2.jpg", "01.2"))).isEmpty();
  }

  @Test
  void several_frames_in_one_whole_second_are_a_burst() {
    assertThat(
            bursts(
                shot("a/DSC_0001.jpg", "01"),
                shot("a/DSC_0002.jpg", "01"),
                shot("a/DSC_0003.jpg", "01")))
        .containsExactly("a/DSC_0001.jpg* a/DSC_0002.jpg a/DSC_0003.jpg");
  }

  @Test
  void frames_that_look_alike_may_be_three_seconds_apart() {
    Photo[] photos = {
      shot("a/1.jpg", "01.5").set("dhash", 0L),
      shot("a/2.jpg", "04.5").set("dhash", 0x7fffL),
      shot("a/3.jpg", "07.5").set("dhash", 0L),
      shot("a/4.jpg", "10.5").set("dhash", 0xffffL),
      shot("a/5.jpg", "13.0")
    };

    assertThat(FoundBursts.of(BurstsConfig.DEFAULT, photos))
        .containsExactly("a/1.jpg* a/2.jpg a/3.jpg");
    assertThat(FoundBursts.of(BY_TIME, photos)).isEmpty();
  }

  @Test
  void cameras_are_told_apart_by_make_model_and_serial() {
    assertThat(
            bursts(
                shot("a/1.jpg", "01.1").meta("serial", "1"),
                shot("a/2.jpg", "01.2").meta("serial", "2"),
                shot("a/3.jpg", "01.3").meta("serial", "1"),
                shot("a/4.jpg", "01.4").meta("serial", "1"),
                shot("a/5.jpg", "01.5").meta("serial", "2")))
        .containsExactly("a/1.jpg* a/3.jpg a/4.jpg");
  }

  @Test
  void without_camera_or_without_a_trustworthy_date_the_clock_says_nothing() {
    assertThat(
            bursts(
                Photo.at("a/1.jpg").taken(minute("01.1")),
                Photo.at("a/2.jpg").taken(minute("01.2")),
                Photo.at("a/3.jpg").taken(minute("01.3")),
                shot("b/1.jpg", "01.1").confidence(69),
                shot("b/2.jpg", "01.2").confidence(69),
                shot("b/3.jpg", "01.3").confidence(69)))
        .isEmpty();
  }

  @Test
  void moving_more_than_ten_metres_ends_the_burst_where_both_places_are_known() {
    assertThat(
            bursts(
                shot("a/1.jpg", "01.1").gps(47.0, 8.0),
                shot("a/2.jpg", "01.2"),
                shot("a/3.jpg", "01.3").gps(47.00008, 8.0),
                shot("a/4.jpg", "01.4").gps(47.0002, 8.0)))
        .containsExactly("a/1.jpg* a/2.jpg a/3.jpg");
  }

  @Test
  void a_burst_id_joins_frames_that_the_clock_would_part() {
    assertThat(
            bursts(
                shot("a/1.jpg", "01").meta("burst_uuid", "U"),
                shot("a/2.jpg", "20").meta("burst_uuid", "U"),
                shot("a/3.jpg", "40").meta("burst_uuid", "U")))
        .containsExactly("a/1.jpg* a/2.jpg a/3.jpg");
  }

  @Test
  void a_burst_id_that_only_two_frames_bear_leaves_them_to_the_clock() {
    assertThat(
            bursts(
                shot("a/1.jpg", "01.1").meta("burst_uuid", "U"),
                shot("a/2.jpg", "01.2").meta("burst_uuid", "U"),
                shot("a/3.jpg", "01.3")))
        .containsExactly("a/1.jpg* a/2.jpg a/3.jpg");
  }

  @Test
  void scans_that_were_dated_alike_are_no_burst() {
    assertThat(
            bursts(
                shot("box/scan_0001.jpg", "00").set("dhash", 0L),
                shot("box/scan_0002.jpg", "00").set("dhash", 1L),
                shot("box/scan_0003.jpg", "00").set("dhash", 2L)))
        .as("one print, scanned three times and dated by hand")
        .isEmpty();
    assertThat(
            bursts(
                shot("box/scan_0001.jpg", "07").set("dhash", 0L),
                shot("box/scan_0002.jpg", "07").set("dhash", 0xffff_ffffL),
                shot("box/scan_0003.jpg", "07").set("dhash", 0xff_ffff_0000_0000L)))
        .as("three motifs of one second")
        .isEmpty();
    assertThat(
            bursts(
                shot("c/DSC_0001.jpg", "00").meta("iso", 400).set("dhash", 0L),
                shot("c/DSC_0002.jpg", "00").meta("iso", 400).set("dhash", 1L),
                shot("c/DSC_0003.jpg", "00").meta("iso", 400).set("dhash", 2L)))
        .as("a camera at a full hour")
        .containsExactly("c/DSC_0001.jpg* c/DSC_0002.jpg c/DSC_0003.jpg");
  }

  @Test
  void a_copy_of_a_frame_is_no_frame_and_the_frame_is_the_file_among_its_neighbours() {
    assertThat(
            bursts(
                shot("backup/2.jpg", "01.2").set("sha256", "content of trip/2.jpg"),
                shot("trip/1.jpg", "01.1"),
                shot("trip/2.jpg", "01.2"),
                shot("trip/3.jpg", "01.3")))
        .containsExactly("trip/1.jpg* trip/2.jpg trip/3.jpg");
  }

  @Test
  void copies_of_two_frames_do_not_make_a_third() {
    assertThat(
            bursts(
                shot("a/1.jpg", "01"),
                shot("a/2.jpg", "01"),
                shot("a/1 (1).jpg", "01").set("sha256", "content of a/1.jpg")))
        .isEmpty();
  }

  @Test
  void edited_versions_of_one_picture_are_no_burst() {
    assertThat(
            bursts(
                shot("a/1.jpg", "01.444"),
                shot("a/1-edited.jpg", "01.444").size(4_000, 3_000, 2_000_000),
                shot("edited/1-half.jpg", "01.444").size(2_000, 1_500, 900_000),
                shot("exported/1.jpg", "01").size(3_999, 3_000, 3_100_000),
                shot("whole/1.jpg", "31"),
                shot("whole/1-edited.jpg", "31").meta("software", "Editor 2.0"),
                shot("edited/whole-1.jpg", "31"),
                shot("whole/1-half.jpg", "31").size(2_000, 1_500, 900_000)))
        .isEmpty();
  }

  @Test
  void companions_share_the_position_of_their_frame() {
    List<Photo> photos = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      photos.add(Photo.raw("a/" + i + ".CR2").taken(minute("01." + i)).camera("Canon", "R5"));
      photos.add(shot("a/" + i + ".JPG", "01." + i));
    }
    Dataset<Row> images = Photo.rows(photos);
    List<Row> rows =
        Bursts.of(images, Shots.of(images), BY_TIME).orderBy(BurstsTable.IMAGE_ID).collectAsList();

    assertThat(rows)
        .extracting(row -> row.<String>getAs(BurstsTable.IMAGE_ID).replace("id of a/", ""))
        .containsExactly("1.CR2", "1.JPG", "2.CR2", "2.JPG", "3.CR2", "3.JPG");
    assertThat(rows)
        .extracting(row -> row.<Integer>getAs(BurstsTable.POSITION))
        .containsExactly(0, 0, 1, 1, 2, 2);
    assertThat(rows)
        .extracting(row -> row.<Boolean>getAs(BurstsTable.IS_BEST))
        .containsExactly(true, false, false, false, false, false);
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.<Integer>getAs(BurstsTable.FRAME_COUNT)).isEqualTo(3);
              assertThat(row.<String>getAs(BurstsTable.CAMERA)).isEqualTo("Canon R5");
              assertThat(row.<Object>getAs(BurstsTable.STARTED_AT))
                  .hasToString("2020-05-01T12:00:01.100");
              assertThat(row.<Object>getAs(BurstsTable.ENDED_AT))
                  .hasToString("2020-05-01T12:00:01.300");
            });
  }

  @Test
  void shuffled_rows_give_the_same_table() {
    List<Photo> photos = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      photos.add(shot("a/" + i + ".jpg", "%02d".formatted(i + i / 10 * 3)));
    }
    List<String> first = table(photos);
    Collections.shuffle(photos, new java.util.Random(7));

    assertThat(first).hasSize(40).isEqualTo(table(photos));
  }

  @Test
  void a_setting_out_of_range_is_named_with_its_limits() {
    assertThatThrownBy(() -> new BurstsConfig(1, 2, 3, 65, 10, 3, 70))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bursts.alike-bits is 65.0, but must lie between 0.0 and 64.0");
  }

  private static List<String> table(List<Photo> photos) {
    Dataset<Row> images = Photo.rows(photos);
    return Bursts.of(images, Shots.of(images), BY_TIME).toJSON().collectAsList().stream()
        .sorted()
        .toList();
  }

  private static Photo shot(String path, String second) {
    return Photo.at(path).taken(minute(second)).camera("Canon", "R5");
  }

  private static String minute(String second) {
    return "2020-05-01T12:00:" + second;
  }

  private static List<String> bursts(Photo... photos) {
    return FoundBursts.of(BY_TIME, photos);
  }
}
