package io.lumina.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.table.ImagesView;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Statuses, reviews and decisions belong to people, whatever is published. */
class PublishedDecisionsIT extends PublishedCatalog {
  private static final String GROUP = " group ";

  @Test
  void a_reviewed_group_is_to_be_looked_at_again_when_it_gets_a_member() {
    String group = "group" + catalogId;
    publish(full());
    ask.execute("UPDATE lumina.duplicate_groups SET reviewed = true WHERE id = ?", image(group));
    publish(images().group(group, n("a"), n("b")));
    assertThat(isReviewed(group)).isEqualTo("t");
    publish(images().group(group, n("a"), n("b"), n("c")));
    assertThat(isReviewed(group)).isEqualTo("f");

    ask.execute("UPDATE lumina.duplicate_groups SET reviewed = true WHERE id = ?", image(group));
    publish(images().group(group, n("a"), n("b")));
    assertThat(isReviewed(group)).as("after it lost a member").isEqualTo("t");
    publish(
        library()
            .image(n("a"), "/p/a.jpg")
            .image(n("b"), "/p/b.jpg", Map.of(ImagesView.SHA256, Library.checksum("edited")))
            .image(n("c"), "/p/c.jpg")
            .image(n("d"), "/p/d.jpg")
            .group(group, n("a"), n("b")));
    assertThat(isReviewed(group)).as("after a member was edited").isEqualTo("f");
  }

  @Test
  void a_review_stays_with_its_pictures_when_another_of_them_is_picked() {
    publish(images().group("first" + GROUP + catalogId, n("a"), n("b"), n("c")));
    review("first");
    publish(images().group("second" + GROUP + catalogId, n("b"), n("a"), n("c")));
    assertThat(isReviewed("second" + GROUP + catalogId)).as("another pick").isEqualTo("t");
    publish(images().group("third" + GROUP + catalogId, n("c"), n("b")));
    assertThat(isReviewed("third" + GROUP + catalogId))
        .as("another pick, and one picture less")
        .isEqualTo("t");
    publish(images());
    publish(images().group("third" + GROUP + catalogId, n("c"), n("b")));
    assertThat(isReviewed("third" + GROUP + catalogId))
        .as("a group that was away for a night")
        .isEqualTo("t");
    assertThat(count("kept_reviews")).isZero();
  }

  @Test
  void a_review_is_gone_when_another_picture_is_picked_that_nobody_saw() {
    Map<String, Object> copy = Map.of(ImagesView.SHA256, Library.checksum(n("b")));
    publish(images().group("first" + GROUP + catalogId, n("a"), n("b")));
    review("first");
    publish(images().group("second" + GROUP + catalogId, n("c"), n("b"), n("a")));
    assertThat(isReviewed("second" + GROUP + catalogId))
        .as("with a picture that is new")
        .isEqualTo("f");
    publish(
        images()
            .image(n("e"), "/p/e.jpg", copy)
            .group("third" + GROUP + catalogId, n("b"), n("a"), n("e")));
    assertThat(isReviewed("third" + GROUP + catalogId))
        .as("with another file of a picture")
        .isEqualTo("f");
    publish(images().group("fourth" + GROUP + catalogId, n("b"), n("a")));
    assertThat(isReviewed("fourth" + GROUP + catalogId))
        .as("what was reviewed, and nothing else")
        .isEqualTo("t");

    Library edited =
        library()
            .image(n("a"), "/p/a.jpg", Map.of(ImagesView.SHA256, Library.checksum("edited")))
            .image(n("b"), "/p/b.jpg")
            .group("fifth" + GROUP + catalogId, n("a"), n("b"));
    publish(edited);
    assertThat(isReviewed("fifth" + GROUP + catalogId)).as("with an edited picture").isEqualTo("f");
  }

  @Test
  void restored_statuses_come_to_their_pictures_and_what_has_none_stays() {
    restored("a", "/elsewhere/a.jpg", "selected");
    restored("b", "/p/b.jpg", "rejected");
    restored("c", "/q/c.jpg", "flagged");
    restored("nowhere", "/p/nowhere.jpg", "archived");
    ask.execute(
        "UPDATE lumina.kept_statuses SET image_id = ? WHERE source_path = '/elsewhere/a.jpg'"
            + " AND catalog_id = ?",
        image("a"),
        catalogId);

    publish(full());

    assertThat(pathAndStatus("a")).isEqualTo("/p/a.jpg|selected");
    assertThat(pathAndStatus("b")).isEqualTo("/p/b.jpg|rejected");
    assertThat(pathAndStatus("c")).isEqualTo("/p/c.jpg|flagged");
    assertThat(pathAndStatus("d")).isEqualTo("/p/d.jpg|active");
    assertThat(
            ask.rows(
                "SELECT source_path, status FROM lumina.kept_statuses WHERE catalog_id = ?",
                catalogId))
        .containsExactly("/p/nowhere.jpg|archived");
  }

  @Test
  void a_restored_rejection_never_comes_to_the_last_copy_of_a_picture_elsewhere() {
    restored("a", "/gone/a.jpg", "rejected");
    restored("b", "/gone/other.jpg", "archived");
    restored("c", "/gone/c.jpg", "selected");
    restored("d", "/p/d.jpg", "rejected");
    publish(full());
    assertThat(pathAndStatus("a")).isEqualTo("/p/a.jpg|active");
    assertThat(pathAndStatus("b")).isEqualTo("/p/b.jpg|active");
    assertThat(pathAndStatus("c")).isEqualTo("/p/c.jpg|selected");
    assertThat(pathAndStatus("d")).as("the very file").isEqualTo("/p/d.jpg|rejected");
    assertThat(count("kept_statuses")).as("what does not fit waits").isEqualTo(2);

    Map<String, Object> copy = Map.of(ImagesView.SHA256, Library.checksum(n("a")));
    publish(full().image(n("e"), "/q/e.jpg", copy));
    assertThat(pathAndStatus("a")).as("a copy stays").isEqualTo("/p/a.jpg|rejected");
    assertThat(pathAndStatus("e")).isEqualTo("/q/e.jpg|active");
  }

  @Test
  void a_catalog_that_is_dropped_takes_its_statuses_along() {
    publish(full());
    ask.execute("UPDATE lumina.images SET status = 'rejected' WHERE id = ?", image("b"));
    ask.execute("DELETE FROM lumina.catalogs WHERE id = ?", catalogId);
    assertThat(count("images") + count("kept_statuses")).isZero();
  }

  @Test
  void what_people_said_survives_every_run() {
    publish(full());
    UUID group = image("group" + catalogId);
    ask.execute("UPDATE lumina.duplicate_groups SET reviewed = true WHERE id = ?", group);
    ask.execute("UPDATE lumina.images SET status = 'rejected' WHERE id = ?", image("b"));
    ask.execute(
        "INSERT INTO lumina.decisions (catalog_id, kind, checksums) VALUES (?, 'keep', '{abc}')",
        catalogId);
    publish(full().image(n("e"), "/p/e.jpg"));
    assertThat(ask.one("SELECT reviewed FROM lumina.duplicate_groups WHERE id = ?", group))
        .isEqualTo("t");
    assertThat(pathAndStatus("b")).isEqualTo("/p/b.jpg|rejected");
    assertThat(count("decisions")).isEqualTo(1);
  }

  private void review(String name) {
    ask.execute(
        "UPDATE lumina.duplicate_groups SET reviewed = true WHERE id = ?",
        image(name + GROUP + catalogId));
  }

  private void restored(String name, String path, String status) {
    ask.execute(
        "INSERT INTO lumina.kept_statuses (catalog_id, source_path, checksum, status, reason)"
            + " VALUES (?, ?, ?, ?, 'restored')",
        catalogId,
        path,
        Library.checksum(n(name)),
        status);
  }

  private String isReviewed(String group) {
    return ask.one("SELECT reviewed FROM lumina.duplicate_groups WHERE id = ?", image(group));
  }

  private String pathAndStatus(String name) {
    return ask.one(
        "SELECT source_path || '|' || status FROM lumina.images WHERE id = ?", image(name));
  }
}
