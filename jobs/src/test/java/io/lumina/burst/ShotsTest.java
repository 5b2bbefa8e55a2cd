package io.lumina.burst;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.table.ShotsTable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ShotsTest {
  private static final String NOON = "2020-05-01T12:00:00";

  @Test
  void a_raw_and_its_jpeg_are_one_shot_and_the_raw_stands_for_it() {
    assertThat(
            shots(Photo.raw("a/IMG_1.CR2").taken(NOON), Photo.at("a/img_1.jpg").taken(NOON + ".9")))
        .containsExactly("raw_jpeg: *IMG_1.CR2 img_1.jpg");
  }

  @Test
  void a_raw_that_cannot_be_read_does_not_stand_for_its_jpeg() {
    assertThat(
            shots(
                Photo.raw("a/IMG_1.CR2").taken(NOON).set("corruption", "severe"),
                Photo.at("a/IMG_1.JPG").taken(NOON)))
        .containsExactly("raw_jpeg: *IMG_1.JPG IMG_1.CR2");
  }

  @Test
  void heic_with_jpeg_and_raw_with_heic_belong_together() {
    assertThat(
            shots(
                Photo.heic("a/1.HEIC").taken(NOON),
                Photo.at("a/1.JPG").taken(NOON),
                Photo.raw("a/2.DNG").format("TIFF", "image/tiff").taken(NOON),
                Photo.heic("a/2.HEIC").taken(NOON)))
        .containsExactlyInAnyOrder("heic_jpeg: *1.HEIC 1.JPG", "raw_heic: *2.DNG 2.HEIC");
  }

  @Test
  void a_name_alone_joins_nothing() {
    assertThat(
            shots(
                Photo.raw("reused/IMG_1234.CR2").taken("2015-01-01T10:00:00"),
                Photo.at("reused/IMG_1234.JPG").taken("2019-01-01T10:00:00"),
                Photo.raw("undated/IMG_1.CR2"),
                Photo.at("undated/IMG_1.JPG"),
                Photo.raw("half/IMG_1.CR2").taken(NOON),
                Photo.at("half/IMG_1.JPG"),
                Photo.raw("named/IMG_20200501_120000.CR2").taken(NOON).confidence(70),
                Photo.at("named/IMG_20200501_120000.JPG").taken(NOON).confidence(70)))
        .isEmpty();
  }

  @Test
  void time_and_name_in_another_folder_or_root_join_nothing() {
    assertThat(
            shots(
                Photo.raw("a/IMG_1.CR2").taken(NOON),
                Photo.at("b/IMG_1.JPG").taken(NOON),
                Photo.at("a/IMG_1.JPG").taken(NOON).set("root", "/elsewhere")))
        .isEmpty();
  }

  @Test
  void two_stills_of_one_format_are_two_pictures() {
    assertThat(shots(Photo.at("a/IMG_1.JPG").taken(NOON), Photo.at("a/IMG_1.jpeg").taken(NOON)))
        .isEmpty();
    assertThat(
            shots(
                Photo.raw("a/IMG_1.CR2").taken(NOON),
                Photo.at("a/IMG_1.JPG").taken(NOON),
                Photo.at("a/IMG_1.jpeg").taken(NOON)))
        .containsExactly("raw_jpeg: *IMG_1.CR2 IMG_1.JPG");
  }

  @Test
  void an_export_in_a_format_that_no_camera_writes_beside_is_no_part_of_the_shot() {
    assertThat(
            shots(
                Photo.raw("a/IMG_1.CR2").taken(NOON),
                Photo.at("a/IMG_1.PNG").format("PNG", "image/png").taken(NOON)))
        .isEmpty();
  }

  @Test
  void two_cameras_with_one_name_and_second_are_two_shots() {
    assertThat(
            shots(
                Photo.raw("a/IMG_1.CR2").taken(NOON).camera("Canon", "EOS R5"),
                Photo.at("a/IMG_1.JPG").taken(NOON).camera("Canon", "EOS 90D")))
        .isEmpty();
  }

  @Test
  void more_than_three_seconds_are_two_shots() {
    assertThat(
            shots(
                Photo.raw("a/1.CR2").taken(NOON),
                Photo.at("a/1.JPG").taken("2020-05-01T12:00:03"),
                Photo.raw("a/2.CR2").taken(NOON),
                Photo.at("a/2.JPG").taken("2020-05-01T12:00:03.1")))
        .containsExactly("raw_jpeg: *1.CR2 1.JPG");
  }

  @Test
  void the_still_and_the_clip_of_the_live_photo_among_the_samples_belong_together() {
    assertThat(
            shots(
                Photo.heic("live/IMG_3589.HEIC")
                    .taken("2020-04-17T10:03:48.064")
                    .offset("-06:00")
                    .meta("content_identifier", "1EA799FF-8384-4BC4-87AA-139A814D9125"),
                Photo.mov("live/IMG_3589.mov")
                    .taken("2020-04-17T10:03:47")
                    .offset("-06:00")
                    .meta("duration", 2.937)
                    .meta("content_identifier", "1ea799ff-8384-4bc4-87aa-139a814d9125")))
        .containsExactly("live_photo: *IMG_3589.HEIC IMG_3589.mov");
  }

  @Test
  void a_content_identifier_joins_whatever_the_names_folders_and_times() {
    assertThat(
            shots(
                Photo.heic("stills/one.HEIC").meta("content_identifier", "X"),
                Photo.mov("clips/two.MOV").taken(NOON).meta("content_identifier", "x")))
        .containsExactly("live_photo: *one.HEIC two.MOV");
  }

  @Test
  void a_copied_live_photo_is_a_shot_of_its_own_so_that_it_is_reported_as_a_copy() {
    assertThat(
            shots(
                Photo.heic("a/1.HEIC").meta("content_identifier", "X"),
                Photo.mov("a/1.MOV").meta("content_identifier", "X"),
                Photo.heic("b/1b.HEIC").meta("content_identifier", "X"),
                Photo.mov("b/1b.MOV").meta("content_identifier", "X"),
                Photo.heic("c/1c.HEIC").meta("content_identifier", "X")))
        .containsExactlyInAnyOrder("live_photo: *1.HEIC 1.MOV", "live_photo: *1b.HEIC 1b.MOV");
  }

  @Test
  void an_identifier_joins_the_clip_to_a_whole_shot() {
    assertThat(
            shots(
                Photo.raw("a/1.DNG").taken(NOON),
                Photo.heic("a/1.HEIC").taken(NOON).meta("content_identifier", "X"),
                Photo.mov("a/other.MOV").meta("content_identifier", "X")))
        .containsExactly("live_photo: *1.DNG 1.HEIC other.MOV");
  }

  @Test
  void different_identifiers_keep_still_and_clip_apart() {
    assertThat(
            shots(
                Photo.heic("a/1.HEIC").taken(NOON).meta("content_identifier", "X"),
                Photo.mov("a/1.MOV").taken(NOON).meta("content_identifier", "Y")))
        .isEmpty();
  }

  @Test
  void a_clip_dated_in_utc_matches_its_still_across_a_zone() {
    assertThat(
            shots(
                Photo.at("a/IMG_20200501_174502.jpg").taken("2020-05-01T17:45:02.5"),
                Photo.mp4("a/IMG_20200501_174502.mp4").taken("2020-05-01T12:00:01").offset("Z"),
                Photo.at("a/2.jpg").taken("2020-05-01T14:00:00").offset("+02:00"),
                Photo.mp4("a/2.mp4").taken("2020-05-01T12:00:02").offset("+00:00")))
        .containsExactlyInAnyOrder(
            "motion_photo: *2.jpg 2.mp4",
            "motion_photo: *IMG_20200501_174502.jpg IMG_20200501_174502.mp4");
  }

  @Test
  void a_clip_a_zone_apart_but_for_minutes_or_too_long_or_a_day_off_is_a_film() {
    assertThat(
            shots(
                Photo.at("a/1.jpg").taken("2020-05-01T14:05:00"),
                Photo.mp4("a/1.mp4").taken("2020-05-01T12:00:00"),
                Photo.at("a/2.jpg").taken(NOON),
                Photo.mp4("a/2.mp4").taken(NOON).meta("duration", 10.5),
                Photo.at("a/3.jpg").taken("2020-05-02T12:00:00"),
                Photo.mp4("a/3.mp4").taken(NOON)))
        .isEmpty();
  }

  @Test
  void missing_files_and_other_catalogs_take_no_part() {
    assertThat(
            shots(
                Photo.raw("a/1.CR2").taken(NOON),
                Photo.at("a/1.JPG").taken(NOON).set("state", "missing"),
                Photo.raw("a/2.CR2").taken(NOON),
                Photo.at("a/2.JPG").taken(NOON).set("catalog_id", "another")))
        .isEmpty();
  }

  @Test
  void shuffled_rows_give_the_same_ids() {
    List<Photo> photos =
        Arrays.asList(
            Photo.raw("a/1.CR2").taken(NOON),
            Photo.at("a/1.JPG").taken(NOON),
            Photo.mov("a/1.MOV").taken(NOON));
    TreeSet<String> before = new TreeSet<>(Shots.of(Photo.rows(photos)).toJSON().collectAsList());
    Collections.reverse(photos);
    TreeSet<String> after = new TreeSet<>(Shots.of(Photo.rows(photos)).toJSON().collectAsList());

    assertThat(before).hasSize(3).isEqualTo(after);
    assertThat(before.first())
        .contains(
            java.util
                .UUID
                .nameUUIDFromBytes(
                    ("shot:" + Photo.CATALOG + ":id of a/1.CR2")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString());
  }

  /** "kind: *primary member…" per shot. */
  private static List<String> shots(Photo... photos) {
    TreeMap<String, String> kinds = new TreeMap<>();
    TreeMap<String, TreeSet<String>> names = new TreeMap<>();
    for (Row row : Shots.of(Photo.rows(photos)).collectAsList()) {
      String id = row.getAs(ShotsTable.SHOT_ID);
      String image = row.getAs(ShotsTable.IMAGE_ID);
      boolean primary = row.getAs(ShotsTable.IS_PRIMARY);
      kinds.put(id, row.getAs(ShotsTable.KIND));
      names
          .computeIfAbsent(id, any -> new TreeSet<>())
          .add((primary ? "*" : "") + image.substring(image.lastIndexOf('/') + 1));
    }
    return names.entrySet().stream()
        .map(e -> kinds.get(e.getKey()) + ": " + String.join(" ", e.getValue()))
        .toList();
  }
}
