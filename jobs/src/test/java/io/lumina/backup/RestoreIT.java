package io.lumina.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.catalog.Catalog;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.store.CatalogLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreIT {
  @TempDir Path disk;

  private final Decided lost = Decided.database();
  private BackupFile backup;

  @BeforeEach
  void decide() throws IOException {
    Catalog holidays = lost.catalog("holidays");
    lost.image(holidays, "/a.jpg", "a", "rejected");
    lost.image(holidays, "/b.jpg", "b", "selected");
    lost.image(holidays, "/c.jpg", "c", "active");
    lost.decision(holidays, "keep", "2026-11-20T10:00:00Z", "a");
    lost.decision(holidays, "not_duplicate", "2026-11-20T11:00:00Z", "b", "c");
    lost.group(holidays, "/b.jpg", "/c.jpg", true);
    Catalog work = lost.catalog("work");
    lost.image(work, "/w.jpg", "w", "archived");
    Path file = disk.resolve("backup.jsonl.gz");
    new BackupWriter(lost.connection()).write(file, Instant.parse("2026-11-27T02:00:00Z"));
    backup = BackupFile.at(file);
  }

  @Test
  void an_empty_database_has_all_of_it_again_and_waits_for_the_pictures() {
    Decided empty = Decided.database();
    assertThat(restored(empty))
        .isEqualTo(
            Map.of(
                "catalog restored", 2L,
                "status waiting", 3L,
                "decision restored", 2L,
                "review waiting", 1L));
    assertThat(empty.kept())
        .containsExactly(
            "/a.jpg|rejected|restored", "/b.jpg|selected|restored", "/w.jpg|archived|restored");
    assertThat(empty.decisions()).containsExactly("keep|1|ada", "not_duplicate|2|ada");
    Catalog holidays = new io.lumina.catalog.Catalogs(empty.connection()).get("holidays");
    assertThat(new io.lumina.catalog.Statuses(empty.connection()).of(holidays.id()))
        .as("known to the next night before it publishes")
        .isEqualTo(
            Map.of(
                "rejected", List.of(Decided.id("/a.jpg").toString()),
                "selected", List.of(Decided.id("/b.jpg").toString())));
    assertThat(empty.ask().rows("SELECT id, name, source_directories FROM lumina.catalogs"))
        .containsExactlyInAnyOrderElementsOf(
            lost.ask().rows("SELECT id, name, source_directories FROM lumina.catalogs"));
  }

  @Test
  void a_second_time_changes_nothing() {
    Decided empty = Decided.database();
    restored(empty);
    assertThat(restored(empty))
        .isEqualTo(
            Map.of(
                "catalog there", 2L, "status there", 3L, "decision there", 2L, "review there", 1L));
    assertThat(empty.kept()).hasSize(3);
    assertThat(empty.decisions()).hasSize(2);
  }

  @Test
  void rows_that_were_published_since_get_their_statuses_and_newer_ones_stay() {
    Decided later = Decided.database();
    Catalog holidays = later.catalog("holidays");
    later.image(holidays, "/a.jpg", "a", "active");
    later.image(holidays, "/b.jpg", "/moved/b.jpg", "b", "flagged");
    later.image(holidays, "/c.jpg", "c", "active");
    later.group(holidays, "/b.jpg", "/c.jpg", false);
    later.decision(holidays, "reject", "2026-11-26T10:00:00Z", "a");

    assertThat(restored(later))
        .isEqualTo(
            Map.of(
                "catalog there", 1L,
                "catalog restored", 1L,
                "status restored", 1L,
                "status differs", 1L,
                "status waiting", 1L,
                "decision differs", 1L,
                "decision restored", 1L,
                "review restored", 1L));
    assertThat(later.statuses())
        .containsExactly("/a.jpg|rejected", "/c.jpg|active", "/moved/b.jpg|flagged");
    assertThat(later.decisions()).containsExactly("reject|1|ada", "not_duplicate|2|ada");
    assertThat(later.ask().one("SELECT reviewed FROM lumina.duplicate_groups")).isEqualTo("t");
  }

  @Test
  void a_person_who_took_a_status_back_after_the_restore_is_not_overruled() {
    Decided later = Decided.database();
    later.image(later.catalog("holidays"), "/a.jpg", "a", "active");
    restored(later);
    later.ask().execute("UPDATE lumina.images SET status = 'active'");
    assertThat(restored(later)).containsEntry("status differs", 1L);
    assertThat(later.statuses()).containsExactly("/a.jpg|active");
  }

  @Test
  void in_the_very_database_what_is_gone_comes_back_and_what_was_changed_stays() {
    lost.ask().execute("DELETE FROM lumina.duplicate_groups");
    lost.ask().execute("UPDATE lumina.images SET status = 'active' WHERE source_path = '/b.jpg'");
    lost.ask().execute("DELETE FROM lumina.images WHERE source_path = '/w.jpg'");
    lost.ask().execute("DELETE FROM lumina.kept_statuses");
    lost.ask().execute("DELETE FROM lumina.decisions WHERE kind = 'keep'");
    assertThat(restored(lost))
        .containsEntry("status there", 1L)
        .containsEntry("status differs", 1L)
        .containsEntry("status waiting", 1L)
        .containsEntry("decision restored", 1L)
        // A group that goes leaves its review in the database itself.
        .containsEntry("review there", 1L);
    assertThat(lost.kept()).containsExactly("/w.jpg|archived|restored");
    assertThat(lost.statuses()).contains("/b.jpg|active");
  }

  @Test
  void a_picture_that_another_one_replaced_keeps_its_status_for_its_return() {
    Decided later = Decided.database();
    later.image(later.catalog("holidays"), "/a.jpg", "another picture", "active");
    restored(later);
    assertThat(later.statuses()).containsExactly("/a.jpg|active");
    assertThat(later.kept()).contains("/a.jpg|rejected|restored");
  }

  @Test
  void a_review_waits_for_its_group_and_not_for_one_with_a_picture_that_nobody_saw() {
    Decided later = Decided.database();
    restored(later);
    Catalog holidays = new io.lumina.catalog.Catalogs(later.connection()).get("holidays");
    later.image(holidays, "/b.jpg", "b", "active");
    later.image(holidays, "/x.jpg", "x", "active");
    later.group(holidays, "/b.jpg", "/x.jpg", false);
    String give = "SELECT lumina.return_reviews('" + holidays.id() + "')";
    assertThat(later.ask().one(give)).isEqualTo("0");
    later
        .ask()
        .execute(
            "UPDATE lumina.images SET checksum = ? WHERE source_path = '/x.jpg'", Decided.sha("c"));
    assertThat(later.ask().one(give)).isEqualTo("1");
    assertThat(later.ask().one("SELECT reviewed FROM lumina.duplicate_groups")).isEqualTo("t");
    assertThat(later.ask().rows("SELECT id FROM lumina.kept_reviews")).isEmpty();
  }

  @Test
  void a_catalog_that_was_dropped_comes_back_under_another_id() {
    String id = drop(lost, "work");
    assertThat(restored(lost)).containsEntry("catalog restored", 1L);
    assertThat(lost.ask().one("SELECT id FROM lumina.catalogs WHERE name = 'work'"))
        .isNotEqualTo(id);
    assertThat(lost.kept()).containsExactly("/w.jpg|archived|restored");
  }

  @Test
  void a_catalog_that_was_made_anew_after_a_drop_gets_its_statuses_each_time() {
    for (int time = 0; time < 2; time++) {
      drop(lost, "holidays");
      Catalog anew = lost.catalog("holidays");
      lost.image(anew, "/a.jpg", "a", "active");
      assertThat(restored(lost))
          .containsEntry("status restored", 1L)
          .containsEntry("status there", 1L);
      assertThat(lost.statuses()).contains("/a.jpg|rejected");
    }
    lost.ask().execute("UPDATE lumina.images SET status = 'active' WHERE source_path = '/a.jpg'");
    assertThat(restored(lost)).containsEntry("status differs", 1L);
  }

  @Test
  void a_dry_run_writes_nothing_and_one_catalog_may_be_chosen() {
    Decided empty = Decided.database();
    Restore restore = new Restore(empty.connection());
    Map<String, Long> counts =
        restore.run(backup, Optional.empty(), Restore.Mode.DRY_RUN, connection -> {});
    assertThat(counts).containsEntry("status waiting", 3L);
    assertThat(empty.kept()).isEmpty();
    assertThat(empty.ask().rows("SELECT id FROM lumina.catalogs")).isEmpty();
    assertThat(empty.ask().rows("SELECT id FROM lumina.restores")).isEmpty();

    restore.run(backup, Optional.of("work"), Restore.Mode.REAL, connection -> {});
    assertThat(empty.kept()).containsExactly("/w.jpg|archived|restored");
    assertThat(empty.ask().rows("SELECT name FROM lumina.catalogs")).containsExactly("work");

    // The other one has not been restored yet: its pictures have lost their statuses.
    empty.image(empty.catalog("holidays"), "/a.jpg", "a", "active");
    assertThat(restored(empty)).containsEntry("status restored", 1L);
    assertThatThrownBy(
            () -> restore.run(backup, Optional.of("wrok"), Restore.Mode.REAL, connection -> {}))
        .isInstanceOf(LuminaException.class)
        .hasMessageEndingWith("has no catalog 'wrok'");
  }

  @Test
  void a_run_that_holds_a_catalog_is_not_disturbed() throws IOException {
    Catalog held = new io.lumina.catalog.Catalogs(lost.connection()).get("work");
    String warehouse = Files.createDirectories(disk.resolve("tables")).toString();
    try (CatalogLock lock = CatalogLock.acquire(lost.connection(), held, warehouse, "run-17")) {
      assertThatThrownBy(() -> restored(lost))
          .isInstanceOfSatisfying(
              LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.LOCKED))
          .hasMessageContaining("Catalog '" + lock.catalog().name() + "' is in use");
    }
  }

  private static String drop(Decided database, String catalog) {
    String id = database.ask().one("SELECT id FROM lumina.catalogs WHERE name = ?", catalog);
    database.ask().execute("DELETE FROM lumina.catalogs WHERE name = ?", catalog);
    database
        .ask()
        .execute("INSERT INTO lumina.dropped_catalogs (id, name) VALUES (?::uuid, ?)", id, catalog);
    return id;
  }

  private Map<String, Long> restored(Decided database) {
    Restore restore = new Restore(database.connection());
    return restore.run(
        restore.choose(List.of(backup), Optional.empty()),
        Optional.empty(),
        Restore.Mode.REAL,
        connection -> {});
  }
}
