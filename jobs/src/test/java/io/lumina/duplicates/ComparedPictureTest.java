package io.lumina.duplicates;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.Clause;
import io.lumina.duplicates.rule.Profile;
import io.lumina.duplicates.rule.Verdict;
import io.lumina.duplicates.search.plan.NodeColumns;
import io.lumina.duplicates.search.plan.Recall;
import io.lumina.hash.StripHash;
import io.lumina.table.AssetsTable;
import io.lumina.table.ImagesView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class ComparedPictureTest {
  private static final DuplicatesConfig CONFIG = DuplicatesConfig.DEFAULTS;
  private static final AcceptRule RULE = CONFIG.rule();
  private static final DuplicatesConfig WITHOUT_BURSTS =
      new DuplicatesConfig(5, Profile.CONSENSUS, BurstMode.EXCLUDE_ALL, Recall.GUARANTEED, 0);

  private static final long WRITTEN = 0xf0f0_0f0f_f0f0_0f0fL;

  private final Library library =
      new Library()
          .picture("photo", "P", 0L, 50)
          .picture("near", "N", 0b111L, 50)
          .picture("far", "F", 0xff00ff00ff00ff00L, 50)
          .add(picture("copy", "P"))
          .add(picture("wide", "W").pdq(0xffffffffffL, 0, 0, 0).set(ImagesView.WIDTH, 6000))
          .add(picture("caption", "I").dhash(WRITTEN).set(ImagesView.STRIPS, strips(0x2_aaaaL)))
          .add(
              picture("other-caption", "J")
                  .dhash(WRITTEN)
                  .set(ImagesView.STRIPS, strips(0x1_5555L)))
          .add(picture("flat", "B").set(ImagesView.PDQ_QUALITY, 49))
          .add(picture("tiny", "T").set(ImagesView.HEIGHT, 8))
          .add(picture("gone", "P").set(ImagesView.STATE, "missing"))
          .add(picture("unread", "U").set(ImagesView.SHA256, null))
          .add(picture("empty", "E").set(ImagesView.SIZE_BYTES, 0L))
          .add(picture("lost", "Z").set(ImagesView.FORMAT, "UNKNOWN"))
          .add(moving("moving", "M", 1.5))
          .add(moving("sequence", "Q", 1.5).set(ImagesView.FORMAT, "AVIF"))
          .add(moving("single", "S", null).dhash(0xaaaa_5555_aaaa_5555L))
          .add(picture("clip", "C").set(ImagesView.FILE_TYPE, "video"))
          .add(
              picture("broken", "D")
                  .set(ImagesView.DHASH, null)
                  .set(ImagesView.AHASH, null)
                  .set(ImagesView.WHASH, null)
                  .set(ImagesView.PDQ, null)
                  .set(ImagesView.PDQ_QUALITY, null))
          .picture("frame", "R", 0b11L, 50)
          .burst("burst", "frame", "near", "far");

  private final Dataset<Row> rows =
      ComparedPicture.rows(library.images(), library.bursts(), CONFIG);

  @Test
  void pictures_have_no_obstacle_exactly_where_the_search_compares_them() {
    for (DuplicatesConfig config : List.of(CONFIG, WITHOUT_BURSTS)) {
      Dataset<Row> nodes =
          Contents.nodes(Contents.of(library.images(), library.bursts(), config), RULE);
      List<String> searched = ids(nodes.filter(col(NodeColumns.NEAR)));
      assertThat(pictures(config).values())
          .filteredOn(picture -> picture.obstacle().isEmpty())
          .extracting(ComparedPicture::imageId)
          .containsExactlyInAnyOrderElementsOf(searched);
      List<String> byBytes = ids(nodes.filter(not(col(NodeColumns.NEAR))));
      assertThat(pictures(config).values())
          .filteredOn(picture -> picture.obstacle().filter(Obstacle::bytesCount).isPresent())
          .extracting(ComparedPicture::imageId)
          .containsExactlyInAnyOrderElementsOf(byBytes);
    }
  }

  @Test
  void obstacles_say_what_is_wrong_and_what_the_limit_is() {
    Map<String, ComparedPicture> pictures = pictures(CONFIG);
    assertThat(reason(pictures, "flat")).contains("too flat", "49 of 100", "50");
    assertThat(reason(pictures, "tiny")).contains("too small", "8 pixels");
    assertThat(reason(pictures, "gone")).isEqualTo("the file is missing");
    assertThat(reason(pictures, "unread")).contains("could not be read");
    assertThat(reason(pictures, "empty")).isEqualTo("the file is empty");
    assertThat(reason(pictures, "lost")).contains("no known format");
    assertThat(reason(pictures, "moving")).contains("animation", "first frame");
    assertThat(reason(pictures, "sequence")).contains("animation", "first frame");
    assertThat(reason(pictures, "clip")).contains("video");
    assertThat(reason(pictures, "broken")).contains("no picture could be decoded");
    assertThat(reason(pictures(WITHOUT_BURSTS), "frame")).contains("exclude-all");
  }

  @Test
  void a_verdict_names_each_clause_with_measure_and_limit() {
    Map<String, ComparedPicture> pictures = pictures(CONFIG);

    Verdict near = pictures.get("photo").verdict(pictures.get("near"), RULE);
    assertThat(near.accepted()).isTrue();
    assertThat(near.finders())
        .extracting(Clause::name, Clause::measured, Clause::limit)
        .containsExactly(
            tuple("dhash", 3.0, 5.0), tuple("ahash", 3.0, 5.0), tuple("whash", 3.0, 4.0));
    assertThat(near.conditions()).isNotEmpty().allMatch(Clause::holds);

    Verdict far = pictures.get("photo").verdict(pictures.get("far"), RULE);
    assertThat(far.accepted()).isFalse();
    assertThat(far.finders()).noneMatch(Clause::holds);

    Verdict other = pictures.get("caption").verdict(pictures.get("other-caption"), RULE);
    assertThat(other.accepted()).isFalse();
    assertThat(other.conditions())
        .filteredOn(clause -> !clause.holds())
        .containsExactly(new Clause("caption", 18, 17));

    Verdict copy = pictures.get("photo").verdict(pictures.get("copy"), RULE);
    assertThat(copy.sameBytes()).isTrue();
    assertThat(pictures.get("photo").verdict(pictures.get("gone"), RULE).accepted()).isFalse();
    assertThat(pictures.get("photo").verdict(pictures.get("broken"), RULE).distances()).isEmpty();
  }

  @Test
  void conditions_hold_exactly_where_the_rule_confirms() {
    List<ComparedPicture> pictures = new ArrayList<>(pictures(CONFIG).values());
    int refused = 0;
    for (ComparedPicture one : pictures) {
      for (ComparedPicture other : pictures) {
        if (one.fingerprint().isPresent() && other.fingerprint().isPresent()) {
          long[] a = one.fingerprint().get().evidence();
          long[] b = other.fingerprint().get().evidence();
          boolean confirmed = RULE.confirms(a, 0, b, 0);
          assertThat(RULE.conditions(a, 0, b, 0).stream().allMatch(Clause::holds))
              .as(one.imageId() + " " + other.imageId())
              .isEqualTo(confirmed);
          refused += confirmed ? 0 : 1;
        }
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void the_nearest_pictures_come_first_and_each_content_once() {
    Row photo = rows.filter(rows.col(ImagesView.IMAGE_ID).equalTo("photo")).first();

    assertThat(NearestPictures.to(photo, rows.repartition(3), CONFIG, 3))
        .extracting(row -> row.getAs(ImagesView.IMAGE_ID))
        .containsExactly("frame", "near", "wide");
    assertThat(NearestPictures.to(photo, rows, CONFIG, 10)).hasSize(7);
  }

  @Test
  void accepted_pairs_are_those_of_the_rule_and_of_equal_bytes() {
    List<String> pairs = new ArrayList<>();
    ComparedPictures.of(rows, CONFIG)
        .forEachAccepted(
            (one, other) ->
                pairs.add(one.compareTo(other) < 0 ? one + " " + other : other + " " + one));
    assertThat(pairs)
        .containsExactlyInAnyOrder(
            "frame near", "frame photo", "copy frame", "near photo", "copy near", "copy photo");
  }

  private static Library.Picture moving(String id, String content, Double seconds) {
    Object[] values = new Object[AssetsTable.METADATA_TYPE.size()];
    values[AssetsTable.METADATA_TYPE.fieldIndex("duration")] = seconds;
    return picture(id, content)
        .set(ImagesView.FORMAT, "GIF")
        .set(ImagesView.METADATA, RowFactory.create(values));
  }

  /** All strips blank but the first. */
  private static byte[] strips(long first) {
    long[] words = new long[StripHash.WORDS];
    words[0] = first;
    return StripHash.bytes(words);
  }

  private static Library.Picture picture(String id, String content) {
    return new Library.Picture(id, content);
  }

  private Map<String, ComparedPicture> pictures(DuplicatesConfig config) {
    return ComparedPictures.of(rows, config).byId();
  }

  private static String reason(Map<String, ComparedPicture> pictures, String id) {
    return pictures.get(id).obstacle().orElseThrow().reason();
  }

  private static List<String> ids(Dataset<Row> rows) {
    return rows.select(ImagesView.IMAGE_ID).collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
