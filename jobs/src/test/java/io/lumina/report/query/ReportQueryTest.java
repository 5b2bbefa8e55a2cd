package io.lumina.report.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lumina.report.SmallCatalog;
import io.lumina.report.model.BrokenFiles;
import io.lumina.report.model.BrokenFiles.BrokenFile;
import io.lumina.report.model.BrokenFiles.Reason;
import io.lumina.report.model.Bursts;
import io.lumina.report.model.Bursts.Burst;
import io.lumina.report.model.DateDoubts;
import io.lumina.report.model.DuplicateGroup;
import io.lumina.report.model.DuplicateGroup.Member;
import io.lumina.report.model.Duplicates;
import io.lumina.report.model.Picture;
import io.lumina.report.model.ReportLimits;
import io.lumina.report.model.ReportModel;
import io.lumina.report.model.Score;
import io.lumina.report.model.ShotTally;
import io.lumina.report.model.Tally;
import io.lumina.report.model.Totals;
import io.lumina.report.model.UnseenFiles;
import io.lumina.report.model.UnseenFiles.UnseenFile;
import io.lumina.report.model.Variants;
import io.lumina.table.FilesTable;
import io.lumina.table.ImagesView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReportQueryTest {
  private static final ReportLimits TIGHT = new ReportLimits(2, 2, 1, 3, 2, 100, 48);

  @Test
  void an_empty_catalog_has_an_empty_report() {
    ReportModel model = model(new SmallCatalog(), ReportLimits.DEFAULTS);

    assertThat(model.totals()).isEqualTo(new Totals(0, 0, 0, 0, 0));
    assertThat(model.duplicates()).isEqualTo(new Duplicates(0, 0, 0, 0, List.of()));
    assertThat(model.bursts()).isEqualTo(new Bursts(0, 0, List.of()));
    assertThat(model.shots()).isEmpty();
    assertThat(model.broken().total()).isZero();
    assertThat(model.dates().total()).isZero();
    assertThat(model.warnings()).containsExactly("one warning");
  }

  @Test
  void totals_count_what_is_there_by_type() {
    SmallCatalog catalog =
        new SmallCatalog()
            .image("a")
            .image("b", Map.of(ImagesView.SIZE_BYTES, 5L))
            .image("v", Map.of(ImagesView.FILE_TYPE, "video"))
            .image("s", Map.of(ImagesView.FILE_TYPE, "audio"))
            .image("o", Map.of(ImagesView.FILE_TYPE, "other"))
            .image("gone", Map.of(ImagesView.STATE, FilesTable.MISSING));

    assertThat(model(catalog, TIGHT).totals()).isEqualTo(new Totals(5, 2, 1, 1, 4_005));
  }

  @Test
  void the_groups_that_free_most_are_shown_and_all_are_counted() {
    SmallCatalog catalog = new SmallCatalog();
    for (String group : List.of("g1", "g2", "g3")) {
      catalog.image(group + "p").image(group + "n");
      catalog.member(group, group + "p", "primary", 0).member(group, group + "n", "near", 3);
    }
    catalog.group("g1", "near", 2, 10).group("g2", "exact", 2, 30).group("g3", "near", 2, 30);

    Duplicates duplicates = model(catalog, TIGHT).duplicates();

    assertThat(duplicates.groups()).isEqualTo(3);
    assertThat(duplicates.exactGroups()).isEqualTo(1);
    assertThat(duplicates.files()).isEqualTo(6);
    assertThat(duplicates.reclaimableBytes()).isEqualTo(70);
    assertThat(duplicates.shown()).extracting(DuplicateGroup::groupId).containsExactly("g2", "g3");
  }

  @Test
  void a_group_shows_its_primary_and_the_closest_of_each_relation() {
    SmallCatalog catalog = new SmallCatalog().group("g", "near", 7, 10);
    catalog.image("p").member("g", "p", "primary", 0);
    for (int i = 1; i <= 3; i++) {
      catalog.image("near" + i).member("g", "near" + i, "near", 4 - i);
      catalog.image("copy" + i).member("g", "copy" + i, "exact", 0);
    }

    DuplicateGroup group = model(catalog, TIGHT).duplicates().shown().get(0);

    assertThat(group.primary().picture().imageId()).isEqualTo("p");
    assertThat(group.primary().explanation()).isEqualTo("because p");
    assertThat(group.others())
        .extracting(member -> member.picture().imageId())
        .containsExactly("copy1", "copy2", "near3", "near2");
    assertThat(group.hidden()).isEqualTo(2);
    Member near = group.others().get(2);
    assertThat(near.distance()).isEqualTo(OptionalInt.of(1));
    assertThat(near.similarity()).isEqualTo(OptionalInt.of(99));
  }

  @Test
  void a_picture_carries_all_that_a_card_shows() {
    SmallCatalog catalog = new SmallCatalog().group("g", "near", 1, 0).image("p");
    catalog.member("g", "p", "primary", 0);

    Picture picture = model(catalog, TIGHT).duplicates().shown().get(0).primary().picture();

    assertThat(picture.sourcePath()).isEqualTo("/photos/p.jpg");
    assertThat(picture.shownWidth()).isEqualTo(30);
    assertThat(picture.shownHeight()).isEqualTo(40);
    assertThat(picture.taken())
        .isEqualTo(new Picture.Taken(Optional.of(SmallCatalog.NOON), 95, "exif"));
    assertThat(picture.score()).contains(new Score(25.0, 20.5, 1.25, 8.0, 54.75));
  }

  @Test
  void a_group_whose_primary_is_not_among_the_images_is_counted_but_not_shown() {
    SmallCatalog catalog = new SmallCatalog().group("g", "near", 2, 10).image("n");
    catalog.member("g", "lost", "primary", 0).member("g", "n", "near", 1);

    Duplicates duplicates = model(catalog, TIGHT).duplicates();

    assertThat(duplicates.groups()).isEqualTo(1);
    assertThat(duplicates.shown()).isEmpty();
  }

  @Test
  void a_burst_shows_one_file_for_each_frame_in_time_order_and_always_the_best() {
    SmallCatalog catalog = new SmallCatalog();
    for (int i = 0; i < 5; i++) {
      catalog.image("a-raw" + i, Map.of(ImagesView.FORMAT, "CR2")).image("jpeg" + i);
      catalog.frame("long", "a-raw" + i, i, 5, i == 4).frame("long", "jpeg" + i, i, 5, i == 4);
    }
    catalog.image("x").frame("short", "x", 0, 3, false);

    Bursts bursts = model(catalog, TIGHT).bursts();

    assertThat(bursts.bursts()).isEqualTo(2);
    assertThat(bursts.frames()).isEqualTo(6);
    Burst burst = bursts.shown().get(0);
    assertThat(burst.camera()).isEqualTo("Canon EOS 5D");
    assertThat(burst.startedAt()).contains(SmallCatalog.NOON);
    assertThat(burst.frameCount()).isEqualTo(5);
    assertThat(burst.frames())
        .extracting(frame -> frame.picture().imageId())
        .containsExactly("jpeg0", "jpeg1", "jpeg4");
    assertThat(burst.frames()).extracting(Bursts.Frame::best).containsExactly(false, false, true);
  }

  @Test
  void shots_are_counted_by_kind() {
    SmallCatalog catalog =
        new SmallCatalog()
            .shot("s1", "raw_jpeg", "a")
            .shot("s1", "raw_jpeg", "b")
            .shot("s2", "raw_jpeg", "c")
            .shot("s2", "raw_jpeg", "d")
            .shot("s3", "live_photo", "e")
            .shot("s3", "live_photo", "f");

    assertThat(model(catalog, TIGHT).shots())
        .containsExactly(new ShotTally("raw_jpeg", 2, 4), new ShotTally("live_photo", 1, 2));
  }

  @Test
  void damaged_and_unreadable_files_are_listed_the_worst_first() {
    SmallCatalog catalog =
        new SmallCatalog()
            .image("sound", Map.of(ImagesView.ISSUES, List.of(SmallCatalog.issue("odd", ""))))
            .image("minor", broken("minor", SmallCatalog.issue("truncated", "by 3 bytes")))
            .image("severe", broken("severe", SmallCatalog.issue("truncated", "by all")))
            .image("unread", unread(List.of(SmallCatalog.issue("read_failed", "permission"))));

    BrokenFiles broken = model(catalog, TIGHT).broken();

    assertThat(broken.total()).isEqualTo(3);
    assertThat(broken.bySeverity())
        .containsExactly(new Tally("severe", 1), new Tally("unread", 1), new Tally("minor", 1));
    assertThat(broken.byReason())
        .containsExactly(new Tally("truncated", 2), new Tally("read_failed", 1));
    assertThat(broken.shown())
        .containsExactly(
            new BrokenFile(
                "severe.jpg",
                "/photos/severe.jpg",
                "severe",
                List.of(new Reason("truncated", "by all"))),
            new BrokenFile(
                "unread.jpg",
                "/photos/unread.jpg",
                "unread",
                List.of(new Reason("read_failed", "permission"))));
  }

  @Test
  void what_a_limit_kept_from_being_looked_at_is_not_damaged() {
    Map<String, Object> unseen =
        Map.of(
            ImagesView.ISSUES,
            List.of(
                SmallCatalog.issue("odd", ""),
                SmallCatalog.issue("time_limit", "Longer than 1 s")));
    ReportModel model =
        model(new SmallCatalog().image("slow", unseen).image("sound", Map.of()), TIGHT);

    assertThat(model.broken().total()).isZero();
    assertThat(model.unseen())
        .isEqualTo(
            new UnseenFiles(
                1,
                List.of(new Tally("time_limit", 1)),
                List.of(new UnseenFile("slow.jpg", "/photos/slow.jpg", "Longer than 1 s"))));
  }

  @Test
  void files_that_wait_for_analyze_are_a_warning_and_no_damage() {
    ReportModel model = model(new SmallCatalog().image("new", unread(List.of())), TIGHT);

    assertThat(model.broken().total()).isZero();
    assertThat(model.dates().total()).isZero();
    assertThat(model.warnings()).hasSize(2);
    assertThat(model.warnings().get(1)).startsWith("1\u00a0file has not been analysed yet");
  }

  @Test
  void weak_odd_and_missing_dates_are_listed_the_least_certain_first() {
    Map<String, Object> undated = new HashMap<>();
    undated.put(ImagesView.TAKEN_AT, null);
    undated.put(ImagesView.DATE_CONFIDENCE, null);
    SmallCatalog catalog =
        new SmallCatalog()
            .image("sure")
            .image("name", Map.of(ImagesView.DATE_CONFIDENCE, 70))
            .image("odd", Map.of(ImagesView.DATE_REASONS, List.of("FUTURE")))
            .image("folder", Map.of(ImagesView.DATE_CONFIDENCE, 50))
            .image("none", undated)
            .image("sound", Map.of(ImagesView.FILE_TYPE, "audio", ImagesView.DATE_CONFIDENCE, 30));

    DateDoubts dates = model(catalog, TIGHT).dates();

    assertThat(dates.total()).isEqualTo(3);
    assertThat(dates.byReason()).containsExactly(new Tally("FUTURE", 1), new Tally("NO_DATE", 1));
    assertThat(dates.shown())
        .extracting(DateDoubts.DateDoubt::relativePath)
        .containsExactly("none.jpg", "folder.jpg");
    assertThat(dates.shown().get(0).reasons()).containsExactly("NO_DATE");
  }

  @Test
  void pictures_with_most_variants_come_first_and_all_pairs_are_counted() {
    SmallCatalog catalog = new SmallCatalog();
    for (String image : List.of("a", "b", "b1", "b2", "b3", "c", "c1")) {
      catalog.image(image);
    }
    catalog.variant("a", "b1", "turned", 4).variant("c", "c1", "framed", 7);
    catalog.variant("b", "b1", "captioned", 30).variant("b", "b2", "captioned", 20);
    catalog.variant("b", "b3", "framed", 5);

    Variants variants = model(catalog, TIGHT).variants();

    assertThat(variants.pairs()).isEqualTo(5);
    assertThat(variants.shownPairs()).isEqualTo(3);
    assertThat(variants.shown())
        .extracting(family -> family.picture().fileName())
        .containsExactly("b.jpg", "a.jpg");
    assertThat(variants.shown().get(0).variants())
        .extracting(variant -> variant.picture().fileName(), Variants.Variant::explanation)
        .containsExactly(tuple("b2.jpg", "because b2"), tuple("b1.jpg", "because b1"));
  }

  private static Map<String, Object> broken(String corruption, Object issue) {
    return Map.of(ImagesView.CORRUPTION, corruption, ImagesView.ISSUES, List.of(issue));
  }

  private static Map<String, Object> unread(List<?> issues) {
    Map<String, Object> row = new HashMap<>();
    row.put(ImagesView.SHA256, null);
    row.put(ImagesView.TAKEN_AT, null);
    row.put(ImagesView.ISSUES, issues);
    return row;
  }

  private static ReportModel model(SmallCatalog catalog, ReportLimits limits) {
    return ReportQuery.model(catalog.inputs(), limits);
  }
}
