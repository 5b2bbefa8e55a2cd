package io.lumina.scan;

import static io.lumina.scan.Sources.changes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.SharedSpark;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.job.JobReport;
import io.lumina.scan.list.ScanConfig;
import io.lumina.store.Store;
import io.lumina.table.FilesTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanJobIT {
  @TempDir private Path folder;
  @TempDir private Path warehouse;
  private Sources sources;

  @BeforeEach
  void open() {
    sources = new Sources(folder, new Store(SharedSpark.session(), warehouse.toString()));
  }

  @Test
  void new_changed_missing_and_back_are_told_apart_and_an_unchanged_library_is_not_written() {
    sources.file("a/1.jpg", 1, 1).file("a/2.jpg", 2, 2).file("a/3.jpg", 3, 3).file("a/4.jpg", 4, 4);
    sources.file("a/5.jpg", 5, 5).file("a/6.JPG", 6, 6).file("a/notes.txt", 7, 7);

    JobReport first = sources.scan("run-1", "a");
    assertThat(changes(first)).isEqualTo(Map.of("files", 6L, "new", 6L, "other", 1L));
    assertThat(first.total()).isEqualTo(6);
    Map<String, Object> ids = sources.column(FilesTable.FILE_ID);
    assertThat(ids.values()).doesNotHaveDuplicates();

    JobReport second = sources.scan("run-2", "a");
    assertThat(changes(second)).isEqualTo(Map.of("files", 6L, "unchanged", 6L, "other", 1L));
    assertThat(second.outputVersions()).isEmpty();
    assertThat(sources.store().version(FilesTable.SPEC)).isEqualTo(1);

    sources.file("a/1.jpg", 1, 99).file("a/2.jpg", 22, 2).delete("a/3.jpg").file("a/7.jpg", 8, 8);
    assertThat(changes(sources.scan("run-3", "a")))
        .isEqualTo(
            Map.of(
                "files",
                6L,
                "changed",
                2L,
                "missing",
                1L,
                "new",
                1L,
                "unchanged",
                3L,
                "other",
                1L));
    assertThat(sources.column(FilesTable.STATE))
        .containsEntry("a/3.jpg", "missing")
        .containsEntry("a/2.jpg", "present");
    assertThat(sources.column(FilesTable.LAST_SEEN_RUN))
        .containsEntry("a/1.jpg", "run-3")
        .containsEntry("a/3.jpg", "run-3")
        .containsEntry("a/4.jpg", "run-1");

    JobReport fourth = sources.scan("run-4", "a");
    assertThat(changes(fourth))
        .isEqualTo(Map.of("files", 6L, "still_missing", 1L, "unchanged", 6L, "other", 1L));
    assertThat(fourth.outputVersions()).isEmpty();

    sources.file("a/3.jpg", 3, 3);
    assertThat(changes(sources.scan("run-5", "a")))
        .isEqualTo(Map.of("files", 7L, "back", 1L, "unchanged", 6L, "other", 1L));
    assertThat(sources.column(FilesTable.FILE_ID)).containsAllEntriesOf(ids);
    assertThat(sources.column(FilesTable.FIRST_SEEN_RUN))
        .containsEntry("a/3.jpg", "run-1")
        .containsEntry("a/7.jpg", "run-3");
  }

  @Test
  void a_source_that_is_away_is_said_by_each_scan_though_its_files_were_given_up() {
    sources.file("a/1.jpg", 1, 1).file("b/2.jpg", 2, 2);
    sources.scan("run-1", "a", "b");
    assertThat(foundAgain("a", "b")).isPresent();

    sources.delete("b/2.jpg", "b");
    sources.scanAccepting("run-2", "a", "b");

    assertThat(foundAgain("a", "b")).isEmpty();
    assertThatThrownBy(() -> sources.scan("run-3", "a", "b"))
        .isInstanceOf(LuminaException.class)
        .hasMessageContaining("The source directory " + sources.path("b") + " cannot be read");
  }

  /** What a scan without Spark finds. */
  private Optional<QuietScan.Found> foundAgain(String... roots) {
    return new QuietScan(sources.config(Optional.empty(), false, roots), warehouse, Sources.CATALOG)
        .look(sources.store().mark(FilesTable.SPEC));
  }

  @Test
  void a_moved_folder_keeps_its_ids_and_a_path_used_again_gets_another() {
    sources.file("a/x/1.jpg", 1, 1).file("a/x/2.jpg", 2, 2).file("a/3.jpg", 3, 3);
    sources.scan("run-1", "a");
    Map<String, Object> before = sources.column(FilesTable.FILE_ID);

    sources.move("a/x", "a/y/z");
    assertThat(changes(sources.scan("run-2", "a")))
        .isEqualTo(Map.of("files", 3L, "moved", 2L, "unchanged", 1L));
    assertThat(sources.column(FilesTable.FILE_ID))
        .isEqualTo(
            Map.of(
                "a/y/z/1.jpg", before.get("a/x/1.jpg"),
                "a/y/z/2.jpg", before.get("a/x/2.jpg"),
                "a/3.jpg", before.get("a/3.jpg")));
    assertThat(sources.column(FilesTable.FIRST_SEEN_RUN)).containsEntry("a/y/z/1.jpg", "run-1");
    assertThat(sources.column(FilesTable.RELATIVE_PATH)).containsEntry("a/y/z/1.jpg", "y/z/1.jpg");

    sources.file("a/x/1.jpg", 9, 9);
    assertThat(changes(sources.scan("run-3", "a")))
        .isEqualTo(Map.of("files", 4L, "new", 1L, "unchanged", 3L));
    assertThat(sources.column(FilesTable.FILE_ID).values()).doesNotHaveDuplicates();
  }

  @Test
  void a_sidecar_that_comes_or_goes_relinks_its_picture() {
    sources.file("a/1.jpg", 1, 1).file("a/2.jpg", 2, 2);
    sources.scan("run-1", "a");
    sources.file("a/1.jpg.xmp", 3, 3);

    assertThat(changes(sources.scan("run-2", "a")))
        .isEqualTo(Map.of("files", 3L, "new", 1L, "relinked", 1L, "unchanged", 1L));
    assertThat(sources.files().get("a/1.jpg").getList(9))
        .isEqualTo(List.of(sources.path("a/1.jpg.xmp")));
    assertThat(sources.column(FilesTable.ROLE)).containsEntry("a/1.jpg.xmp", "sidecar");
  }

  @Test
  void a_source_that_was_never_there_is_missing_and_one_that_vanished_is_guarded() {
    assertStops(ExitCode.SOURCE_MISSING, "There is no such folder", () -> sources.scan("1", "a"));
    sources.file("a/1.jpg", 1, 1).file("b/2.jpg", 2, 2);
    sources.scan("run-1", "a", "b");

    sources.delete("a/1.jpg", "a");
    assertStops(
        ExitCode.SAFETY_GUARD,
        "vanished, and 1 files with it; nothing was marked missing",
        () -> sources.scan("run-2", "a", "b"));
    assertThat(sources.store().version(FilesTable.SPEC)).isEqualTo(1);

    assertThat(changes(sources.scanAccepting("run-3", "a", "b")))
        .isEqualTo(
            Map.of("files", 1L, "missing", 1L, "unchanged", 1L, "skipped_directory_vanished", 1L));
    assertStops(
        ExitCode.SOURCE_MISSING, "There is no such folder", () -> sources.scan("run-4", "a", "b"));
    assertStops(
        ExitCode.SOURCE_MISSING,
        "There is no such folder",
        () -> sources.scanAccepting("run-5", "never", "b"));
  }

  @Test
  void a_file_given_as_a_source_is_said_to_be_no_folder() {
    sources.file("a.jpg", 1, 1);

    assertStops(
        ExitCode.SOURCE_MISSING, "It is not a folder", () -> sources.scan("run-1", "a.jpg"));
  }

  @Test
  void more_than_a_fifth_gone_stops_the_run_unless_accepted() {
    for (int i = 0; i < 10; i++) {
      sources.file("a/" + i + ".jpg", i, i);
    }
    sources.scan("run-1", "a");
    sources.delete("a/1.jpg", "a/2.jpg", "a/3.jpg");

    assertStops(ExitCode.SAFETY_GUARD, "3 of 10 files under ", () -> sources.scan("run-2", "a"));
    assertThat(sources.store().version(FilesTable.SPEC)).isEqualTo(1);
    assertThat(warehouse.resolve("staging").toFile().list()).isNullOrEmpty();

    sources.file("a/1.jpg", 1, 1);
    assertThat(changes(sources.scan("run-3", "a")))
        .containsEntry("missing", 2L)
        .containsEntry("unchanged", 8L);
    sources.delete("a/4.jpg", "a/5.jpg", "a/6.jpg");
    assertThat(changes(sources.scanAccepting("run-4", "a")))
        .isEqualTo(Map.of("files", 5L, "missing", 3L, "still_missing", 2L, "unchanged", 5L));
  }

  @Test
  void renaming_a_third_of_a_folder_is_no_disappearance() {
    for (int i = 0; i < 9; i++) {
      sources.file("a/" + i + ".jpg", 100 + i, i);
    }
    sources.scan("run-1", "a");
    sources.move("a/1.jpg", "a/one.jpg").move("a/2.jpg", "a/two.jpg").move("a/3.jpg", "a/3a.jpg");

    assertThat(changes(sources.scan("run-2", "a")))
        .isEqualTo(Map.of("files", 9L, "new", 3L, "missing", 3L, "unchanged", 6L));
  }

  @Test
  void a_source_given_twice_and_one_inside_another_list_every_path_once() {
    sources.file("a/1.jpg", 1, 1).file("a/b/2.jpg", 2, 2);

    assertThat(changes(sources.scan("run-1", "a", "a/", "a")))
        .isEqualTo(Map.of("files", 2L, "new", 2L));
    assertThat(changes(sources.scan("run-2", "a", "a/b")))
        .isEqualTo(Map.of("files", 2L, "relinked", 1L, "unchanged", 1L));
    assertThat(sources.column(FilesTable.RELATIVE_PATH))
        .isEqualTo(Map.of("a/1.jpg", "1.jpg", "a/b/2.jpg", "2.jpg"));
    assertThat(sources.column(FilesTable.ROOT)).containsEntry("a/b/2.jpg", sources.path("a/b"));
  }

  @Test
  void two_names_of_one_folder_are_refused() throws Exception {
    sources.file("a/1.jpg", 1, 1);
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a"));

    assertStops(
        ExitCode.USAGE,
        "lead through a link to the same folder",
        () -> sources.scan("run-1", "a", "link"));
    assertThat(changes(sources.scan("run-2", "link"))).isEqualTo(Map.of("files", 1L, "new", 1L));
  }

  @Test
  void the_warehouse_closed_folders_and_what_is_hidden_or_thrown_away_are_passed_by() {
    Sources inside =
        new Sources(
            folder, new Store(SharedSpark.session(), folder.resolve("a/warehouse").toString()));
    inside.file("a/1.jpg", 1, 1).file("a/warehouse/2.jpg", 2, 2).file("a/home/3.jpg", 3, 3);
    inside.file("a/.lumilio/4.jpg", 4, 4).file("a/@eaDir/5.jpg", 5, 5).file("a/.hidden.jpg", 6, 6);
    ScanConfig config = inside.config(Optional.empty(), false, "a");
    ScanConfig closed = config.alsoClosed(inside.path("a/home"));

    inside.file("a/.trashed-1716451200-7.jpg", 7, 7);
    JobReport report = inside.scan("run-1", closed);

    assertThat(changes(report))
        .isEqualTo(
            Map.of(
                "files", 1L, "new", 1L, "skipped_hidden_file", 2L, "skipped_excluded_folder", 2L));
    assertThat(report.notes())
        .containsExactly(
            "Not looked at, excluded_folder: 2, such as " + inside.path("a/.lumilio"),
            "Not looked at, hidden_file: 2, such as " + inside.path("a/.hidden.jpg"));
    assertThat(inside.files()).containsOnlyKeys("a/1.jpg");
  }

  @Test
  void names_of_one_file_are_known_and_told_when_there_are_no_others_any_more() throws Exception {
    sources.file("a/1.jpg", 5, 1).file("a/3.jpg", 5, 3);
    Files.createLink(folder.resolve("a/2.jpg"), folder.resolve("a/1.jpg"));
    sources.scan("run-1", "a");
    Map<String, Object> keys = sources.column(FilesTable.FILE_KEY);
    assertThat(keys.get("a/1.jpg")).isEqualTo(keys.get("a/2.jpg")).isNotEqualTo("null");
    assertThat(keys).containsEntry("a/3.jpg", "null");
    assertThat(sources.column(FilesTable.LINK_COUNT))
        .isEqualTo(Map.of("a/1.jpg", "2", "a/2.jpg", "2", "a/3.jpg", "null"));

    // A backup of hard links adds names each night; that is no change.
    Files.createLink(folder.resolve("backup-1.jpg"), folder.resolve("a/1.jpg"));
    assertThat(changes(sources.scan("run-2", "a"))).isEqualTo(Map.of("files", 3L, "unchanged", 3L));
    sources.delete("a/2.jpg", "backup-1.jpg");
    Files.createLink(folder.resolve("backup-3.jpg"), folder.resolve("a/3.jpg"));

    assertThat(changes(sources.scanAccepting("run-3", "a")))
        .isEqualTo(Map.of("files", 2L, "missing", 1L, "relinked", 2L));
    assertThat(sources.column(FilesTable.LINK_COUNT))
        .isEqualTo(Map.of("a/1.jpg", "null", "a/2.jpg", "2", "a/3.jpg", "2"));
  }

  private static void assertStops(ExitCode exit, String message, ThrowingCallable run) {
    assertThatThrownBy(run)
        .isInstanceOfSatisfying(
            LuminaException.class, stopped -> assertThat(stopped.exit()).isEqualTo(exit))
        .hasMessageContaining(message);
  }
}
