package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lumina.postgres.Ask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Nights on one small library of real photos; each test leaves it as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightlyIT {
  private static final String ROSE = "source_path LIKE '%rose-q50.jpg'";

  @TempDir static Path folder;

  private final FirstNight first = FirstNight.shared();
  private final Path photos = first.photos();
  private final Path home = first.home();
  private final Ask ask = first.ask();
  private final Cli.Ended firstNight = first.ended();

  @Test
  void every_file_has_a_row_and_the_run_says_what_it_found() {
    assertThat(firstNight.exit()).as(firstNight.err()).isZero();
    assertThat(firstNight.err()).isEmpty();
    assertThat(firstNight.out())
        .contains("Catalog Holiday 2019, run ")
        .contains(PhotoFolder.IMAGES + " (")
        .contains((PhotoFolder.IMAGES + 1) + " new, 0 changed, 0 moved, 0 missing")
        .contains("1 of other kinds")
        .contains("broken      " + PhotoFolder.BROKEN + " (")
        .contains("1 empty file")
        .contains("our limits  1 (1 too many pixels) not looked at")
        .containsPattern("duplicates  \\d+ groups?, \\d+ files? beside the best ones, [\\d.]+ kB")
        .contains("bursts      1 burst with 4 pictures, 1 shot of several files")
        .containsPattern("time        .*scan .* s; analyze .* s; bursts .* s");
    assertThat(Path.of(report(firstNight))).isRegularFile();
    assertThat(ask.one("SELECT count(*) FROM lumina.images WHERE state = 'present'"))
        .isEqualTo(String.valueOf(PhotoFolder.IMAGES));
    assertThat(ask.one("SELECT count(*) FROM lumina.images WHERE corruption = 'severe'"))
        .isEqualTo(String.valueOf(PhotoFolder.BROKEN));
    assertThat(
            ask.one(
                "SELECT count(DISTINCT m.group_id) || ' group of ' || count(*)"
                    + " FROM lumina.duplicate_members m JOIN lumina.images i ON i.id = m.image_id"
                    + " WHERE i.source_path LIKE '%q75.jpg'"))
        .isEqualTo("1 group of 2");
    assertThat(
            ask.rows(
                "SELECT run_id FROM lumina.jobs WHERE parent_id IS NULL AND status = 'SUCCESS'"))
        .contains(firstRun());
    assertThat(
            ask.rows(
                "SELECT DISTINCT status FROM lumina.jobs"
                    + " WHERE parent_id = (SELECT id FROM lumina.jobs WHERE run_id = ?)",
                firstRun()))
        .containsExactly("SUCCESS");
  }

  @Test
  void a_night_runs_on_a_source_that_is_mounted_read_only() {
    assumeThat(first.sourceReadOnly()).as("a folder can be mounted read-only").isTrue();
    assertThat(firstNight.exit()).as(firstNight.err()).isZero();
  }

  @Test
  void the_report_is_there_as_rows_too() {
    String run = firstRun();
    assertThat(
            ask.one(
                "SELECT value FROM lumina.run_report WHERE run_id = ? AND step = 'scan'"
                    + " AND kind = 'count' AND name = 'new'",
                run))
        .isEqualTo(String.valueOf(PhotoFolder.IMAGES + 1));
    assertThat(
            ask.one(
                "SELECT value FROM lumina.run_report WHERE run_id = ? AND kind = 'total'"
                    + " AND name = 'broken: empty_file'",
                run))
        .isEqualTo("1");
    assertThat(
            ask.one(
                "SELECT value FROM lumina.run_report WHERE run_id = ? AND kind = 'total'"
                    + " AND name = 'reclaimable_bytes'",
                run))
        .isEqualTo(ask.one("SELECT sum(reclaimable_bytes) FROM lumina.duplicate_groups"));
    assertThat(
            ask.one(
                "SELECT count(*) FROM lumina.run_report WHERE run_id = ? AND kind = 'time'", run))
        .isEqualTo("6");
    assertThat(command("runs", "show", run, "--format", "csv").out())
        .contains("scan,count,new," + (PhotoFolder.IMAGES + 1) + ",");
    assertThat(command("runs", "list").out()).contains(newestRun()).contains("SUCCESS");
  }

  @Test
  void a_question_reads_no_file_of_the_embedded_server() {
    Cli.Ended asked = command("sql", "SELECT pg_read_file('PG_VERSION')");
    assertThat(asked.exit()).isEqualTo(1);
    assertThat(asked.out()).isEmpty();
    assertThat(asked.err()).hasLineCount(1).contains("permission denied");
  }

  @Test
  void a_night_without_changes_opens_no_picture_and_changes_no_row() {
    Map<String, String> rows = TableState.rowsAndWriters(ask);
    Map<String, Long> versions = TableState.versions(home);

    Cli.Ended again = night();

    assertThat(again.exit()).isZero();
    assertThat(toDo("analyze")).isEqualTo("0");
    assertThat(toDo("publish")).isEqualTo("0");
    assertThat(TableState.rowsAndWriters(ask)).isEqualTo(rows);
    assertThat(TableState.versions(home)).isEqualTo(versions);
    assertThat(again.out())
        .contains("broken      " + PhotoFolder.BROKEN + " (")
        .contains("0 missing")
        .contains("0 new, 0 changed, 0 moved")
        .contains("analyze")
        .contains("nothing to do")
        .containsPattern("duplicates  \\d+ groups?");
  }

  @Test
  void a_touched_file_is_the_only_one_analysed_and_a_deleted_one_round_trips() throws IOException {
    Map<String, String> rows = TableState.rowsAndIds(ask);
    Path touched = photos.resolve("more/gps.jpg");
    FileTime time = Files.getLastModifiedTime(touched);
    Path deleted = photos.resolve("more/plain.jpg");
    Path kept = folder.resolve("kept.jpg");
    Cli.Ended restored;
    try {
      Files.setLastModifiedTime(touched, FileTime.from(Instant.parse("2026-02-03T04:05:06Z")));
      Files.move(deleted, kept);

      assertThat(night().out()).contains("0 new, 1 changed, 0 moved, 1 missing");

      assertThat(toDo("analyze")).isEqualTo("1");
      assertThat(ask.one("SELECT state FROM lumina.images WHERE source_path LIKE '%plain.jpg'"))
          .isEqualTo("missing");
    } finally {
      Files.setLastModifiedTime(touched, time);
      Files.move(kept, deleted);
      restored = night();
    }
    assertThat(restored.out()).contains("1 back");
    assertThat(TableState.rowsAndIds(ask)).isEqualTo(rows);
  }

  @Test
  void moving_a_folder_keeps_ids_and_what_people_decided() throws IOException {
    Map<String, String> undecided = TableState.rowsAndIds(ask);
    String pair =
        ask.one(
            "SELECT p.checksum || ',' || i.checksum FROM lumina.duplicate_members m"
                + " JOIN lumina.duplicate_groups g ON g.id = m.group_id"
                + " JOIN lumina.images i ON i.id = m.image_id"
                + " JOIN lumina.images p ON p.id = g.primary_image_id"
                + " WHERE m.relation = 'near' ORDER BY 1 LIMIT 1");
    List<String> roses = roses();
    try {
      ask.execute("UPDATE lumina.images SET status = 'rejected' WHERE " + ROSE);
      ask.execute("UPDATE lumina.duplicate_groups SET reviewed = true");
      String reviewed = ask.one("SELECT count(*) FROM lumina.duplicate_groups WHERE reviewed");
      ask.execute(
          "INSERT INTO lumina.decisions (catalog_id, kind, checksums)"
              + " SELECT id, 'not_duplicate', string_to_array(?, ',') FROM lumina.catalogs",
          pair);
      List<String> decided = roses();
      Files.move(photos.resolve("rose"), photos.resolve("Roses & thorns"));

      assertThat(night().out()).contains("6 moved, 0 missing");

      assertThat(roses()).isEqualTo(decided).anyMatch(row -> row.endsWith("rejected"));
      assertThat(ask.one("SELECT count(*) FROM lumina.images WHERE source_path LIKE '%/rose/%'"))
          .isEqualTo("0");
      assertThat(ask.one("SELECT count(*) FROM lumina.decisions")).isEqualTo("1");
      assertThat(ask.one("SELECT count(*) FROM lumina.duplicate_groups WHERE reviewed"))
          .isEqualTo(reviewed);
      assertThat(
              ask.one(
                  "SELECT count(*) FROM lumina.duplicate_groups g"
                      + " JOIN lumina.images p ON p.id = g.primary_image_id"
                      + " JOIN lumina.duplicate_members m ON m.group_id = g.id"
                      + " JOIN lumina.images i ON i.id = m.image_id"
                      + " WHERE p.checksum = split_part(?, ',', 1)"
                      + " AND i.checksum = split_part(?, ',', 2)",
                  pair,
                  pair))
          .isEqualTo("0");
    } finally {
      if (Files.exists(photos.resolve("Roses & thorns"))) {
        Files.move(photos.resolve("Roses & thorns"), photos.resolve("rose"));
      }
      ask.execute("DELETE FROM lumina.decisions");
      ask.execute("UPDATE lumina.duplicate_groups SET reviewed = false");
      ask.execute("UPDATE lumina.images SET status = 'active' WHERE " + ROSE);
      night();
    }
    assertThat(roses()).isEqualTo(roses);
    assertThat(TableState.rowsAndIds(ask)).isEqualTo(undecided);
  }

  private Cli.Ended night(String... more) {
    List<String> all = new ArrayList<>(List.of("--set", "analyze.max-failed-fraction=0.5"));
    all.addAll(Arrays.asList(more));
    all.add(0, "nightly");
    return command(all.toArray(String[]::new));
  }

  private Cli.Ended command(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--home", home.toString()));
    return Cli.run(all.toArray(String[]::new));
  }

  private String toDo(String step) {
    return ask.one(
        "SELECT progress->>'total' FROM lumina.jobs WHERE job_type = ?"
            + " ORDER BY created_at DESC LIMIT 1",
        step);
  }

  private List<String> roses() {
    return ask.rows(
        "SELECT regexp_replace(source_path, '.*/', ''), id, status FROM lumina.images"
            + " WHERE source_path LIKE '%rose-%' ORDER BY 1");
  }

  /** The oldest of the ledger, which other tests fill too. */
  private String firstRun() {
    return ask.one("SELECT run_id FROM lumina.jobs WHERE parent_id IS NULL ORDER BY created_at");
  }

  private String newestRun() {
    return ask.one(
        "SELECT run_id FROM lumina.jobs WHERE parent_id IS NULL ORDER BY created_at DESC LIMIT 1");
  }

  private static String report(Cli.Ended ended) {
    return ended
        .out()
        .lines()
        .filter(line -> line.startsWith("  report "))
        .map(line -> line.substring("  report ".length()).strip())
        .findFirst()
        .orElseThrow();
  }
}
