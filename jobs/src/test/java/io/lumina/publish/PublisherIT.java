package io.lumina.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.table.ImagesView;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class PublisherIT extends PublishedCatalog {
  @Test
  void new_rows_arrive_with_every_column() {
    Map<MergeCount, Long> counts = publish(full());
    assertThat(counts)
        .containsEntry(MergeCount.IMAGES_INSERTED, 4L)
        .containsEntry(MergeCount.IMAGES_UPDATED, 0L)
        .containsEntry(MergeCount.IMAGES_UNCHANGED, 0L)
        .containsEntry(MergeCount.GROUPS_INSERTED, 1L);
    assertThat(
            ask.rows(
                "SELECT source_path, checksum, file_type, mime_type, size_bytes, modified_at,"
                    + " width, height, taken_at, date_confidence, quality_score, corruption,"
                    + " status, state, first_seen_run, last_seen_run FROM lumina.images WHERE id ="
                    + " ?",
                image("a")))
        .containsExactly(
            "/p/a.jpg|"
                + Library.checksum(n("a"))
                + "|image|image/jpeg|4000000|2026-01-31 10:11:12.345678+00|6000|4000"
                + "|2019-02-03 11:22:33.5|95|62.51|null|active|present|run-1|run-1");
    assertThat(ask.one("SELECT metadata FROM lumina.images WHERE id = ?", image("a")))
        .isEqualTo("{\"gps\": {\"lat\": 1.5, \"lon\": -2.0}, \"make\": \"Canon\"}");
    assertThat(ask.one("SELECT dates -> 0 ->> 'local' FROM lumina.images WHERE id = ?", image("a")))
        .isEqualTo("2019-02-03T11:22:33.5");
    assertThat(
            ask.rows(
                "SELECT dhash, ahash, whash, pdq, pdq_quality, algo_version"
                    + " FROM lumina.perceptual_hashes WHERE image_id = ?",
                image("a")))
        .containsExactly(
            "fffffffffffffffe|00000000000000ff|8000000000000000|" + "0".repeat(64) + "|100|1");
    assertThat(
            ask.one(
                "SELECT s.primary_image_id FROM lumina.shots s JOIN lumina.images i"
                    + " ON i.shot_id = s.id WHERE i.id = ?",
                image("b")))
        .isEqualTo(image("a").toString());
    assertThat(
            ask.rows(
                "SELECT camera, started_at, ended_at, frame_count, best_image_id FROM lumina.bursts"
                    + " WHERE catalog_id = ?",
                catalogId))
        .containsExactly("Canon EOS R5|2019-02-03 11:22:33|2019-02-03 11:22:34|3|" + image("c"));
    assertThat(
            ask.rows(
                "SELECT relation FROM lumina.duplicate_members WHERE group_id = ? ORDER BY 1",
                image("group" + catalogId)))
        .containsExactly("exact", "primary");
    assertThat(variants()).containsExactly(image("c") + "|" + image("d") + "|captioned|20|because");
  }

  @Test
  void a_variant_that_is_another_one_now_is_said_anew_and_one_that_is_none_goes() {
    publish(full());
    publish(images().variant(n("c"), n("d"), "turned", 4).variant(n("a"), n("d"), "framed", 9));
    assertThat(variants())
        .containsExactlyInAnyOrder(
            image("c") + "|" + image("d") + "|turned|4|because",
            image("a") + "|" + image("d") + "|framed|9|because");
    publish(images());
    assertThat(variants()).isEmpty();
  }

  private List<String> variants() {
    return ask.rows(
        "SELECT image_id, variant_image_id, kind, distance, explanation FROM lumina.variants"
            + " WHERE catalog_id = ?",
        catalogId);
  }

  @Test
  void an_unchanged_second_run_touches_no_row() {
    publish(full());
    String before = versions();
    Map<MergeCount, Long> counts = publish(full());
    assertThat(counts.remove(MergeCount.IMAGES_UNCHANGED)).isEqualTo(4);
    assertThat(counts.values()).containsOnly(0L);
    assertThat(versions()).isEqualTo(before);
  }

  @Test
  void one_changed_row_is_one_update() {
    publish(library().image(n("a"), "/p/a.jpg").image(n("b"), "/p/b.jpg"));
    Map<MergeCount, Long> counts =
        publish(
            library()
                .image(n("a"), "/p/a.jpg")
                .image(n("b"), "/p/b.jpg", Map.of(ImagesView.SIZE_BYTES, 5L)));
    assertThat(counts)
        .containsEntry(MergeCount.IMAGES_UPDATED, 1L)
        .containsEntry(MergeCount.IMAGES_UNCHANGED, 1L);
    assertThat(ask.one("SELECT size_bytes FROM lumina.images WHERE id = ?", image("b")))
        .isEqualTo("5");
  }

  @Test
  void a_vanished_file_stays_as_missing_and_its_groups_go() {
    publish(full());
    ask.execute("UPDATE lumina.images SET status = 'archived' WHERE id = ?", image("b"));
    Map<MergeCount, Long> counts =
        publish(
            library()
                .image(n("a"), "/p/a.jpg")
                .image(n("b"), "/p/b.jpg", Map.of(ImagesView.STATE, "missing"))
                .image(n("c"), "/p/c.jpg"));
    assertThat(counts)
        .containsEntry(MergeCount.GROUPS_DELETED, 1L)
        .containsEntry(MergeCount.IMAGES_LOST, 1L);
    assertThat(
            ask.rows(
                "SELECT state, status, shot_id FROM lumina.images WHERE catalog_id = ? ORDER BY"
                    + " source_path",
                catalogId))
        .containsExactly(
            "present|active|null",
            "missing|archived|null",
            "present|active|null",
            "missing|active|null");
    assertThat(count("shots") + count("bursts") + count("duplicate_groups")).isZero();
  }

  @Test
  void a_failing_task_leaves_nothing_to_see_and_the_next_run_cleans_up() {
    publish(library().image(n("a"), "/p/a.jpg"));
    Publication bad = library().image(n("a"), "/p/z.jpg").image(n("b"), "/p/b.jpg").publication();
    Publication failing =
        new Publication(
            bad.images()
                .withColumn(
                    ImagesView.MIME_TYPE,
                    functions
                        .udf(new FailsAtB(), DataTypes.StringType)
                        .apply(functions.col(ImagesView.SOURCE_PATH))),
            bad.shots(),
            bad.bursts(),
            bad.groups(),
            bad.members(),
            bad.variants());
    assertThatThrownBy(() -> publisher().publish(catalogId, "run-failing", failing))
        .hasStackTraceContaining("this picture fails");
    assertThat(ask.rows("SELECT source_path FROM lumina.images WHERE catalog_id = ?", catalogId))
        .containsExactly("/p/a.jpg");
    assertThat(stagingTables()).isNotEmpty();
    publish(library().image(n("a"), "/p/a.jpg"));
    assertThat(stagingTables()).isEmpty();
  }

  private List<String> stagingTables() {
    return ask.rows(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'lumina_staging' AND tablename LIKE ?",
        "%" + catalogId.toString().replace("-", "") + "%");
  }

  private String versions() {
    return ask.one(
        "SELECT string_agg(x.v, ',' ORDER BY x.v) FROM (SELECT xmin || ':' || id AS v FROM"
            + " lumina.images WHERE catalog_id = ? UNION ALL SELECT xmin || ':' || id FROM"
            + " lumina.duplicate_groups WHERE catalog_id = ?) x",
        catalogId,
        catalogId);
  }

  /** A task that fails in the middle. */
  static final class FailsAtB implements UDF1<String, String> {
    @Override
    public String call(String path) {
      if (path.endsWith("b.jpg")) {
        throw new IllegalStateException("this picture fails");
      }
      return "image/png";
    }
  }
}
