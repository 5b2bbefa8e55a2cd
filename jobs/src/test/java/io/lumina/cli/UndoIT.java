package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedSpark;
import io.lumina.duplicates.rule.Turn;
import io.lumina.duplicates.variant.ChangedPicture;
import io.lumina.postgres.Ask;
import io.lumina.table.TableSpec;
import io.lumina.table.WarehouseTables;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Undo on the shared small library, which is left as it was. */
class UndoIT {
  private final FirstNight first = FirstNight.shared();
  private final Ask ask = first.ask();

  @Test
  void a_night_is_undone_and_the_next_one_agrees() throws IOException {
    Map<String, String> before = TableState.rowsAndIds(ask);
    Map<String, Long> versionsBefore = TableState.versions(first.home());
    Path added = first.photos().resolve("more/a new one.jpg");
    Files.copy(first.photos().resolve("more/gps.jpg"), added);
    Path turned = first.photos().resolve("more/turned springs.jpg");
    Path framed = first.photos().resolve("more/framed springs.jpg");
    ChangedPicture springs =
        ChangedPicture.of(Files.readAllBytes(first.photos().resolve("more/springs.jpg")))
            .orElseThrow();
    Files.write(turned, springs.turned(Turn.RIGHT).jpeg(80));
    Files.write(framed, springs.framed(0.06, 255).jpeg(92));
    try {
      assertThat(night().out())
          .contains("3 new")
          .contains("variants    2 pairs of changed pictures, listed");
      assertThat(variants())
          .containsExactlyInAnyOrder(
              "springs.jpg|turned springs.jpg|turned", "springs.jpg|framed springs.jpg|framed");
      assertThat(command("explain", "more/turned springs.jpg").out())
          .contains("group       none", "variant     ", "springs.jpg, turned: The same picture, ");
      Map<String, String> after = TableState.rowsAndIds(ask);
      assertThat(after).isNotEqualTo(before);
      String changed = lastRun("nightly");
      Map<String, Long> versions = TableState.versions(first.home());

      Cli.Ended dry = command("undo", "--run", changed, "--dry-run");
      assertThat(dry.exit()).as(dry.err()).isZero();
      assertThat(dry.out()).contains("undone      " + changed).contains("table       files: as in");
      assertThat(TableState.versions(first.home())).isEqualTo(versions);

      String last = lastOf(versionsBefore, versions);
      Path needed = fileOf(last, versionsBefore.get(last));
      Path hidden = Files.move(needed, first.home().resolve("hidden"));
      Cli.Ended refused = command("undo", "--run", changed);
      Files.move(hidden, needed);
      assertThat(refused.exit()).as(refused.err()).isEqualTo(1);
      assertThat(refused.err().lines())
          .singleElement()
          .asString()
          .contains(
              "version " + versionsBefore.get(last) + " of table " + last + " has lost 1 file")
          .contains("Nothing was restored");
      assertThat(TableState.versions(first.home())).isEqualTo(versions);

      Cli.Ended undone = command("undo", "--run", changed);
      assertThat(undone.exit()).as(undone.err()).isZero();
      assertThat(TableState.rowsAndIds(ask)).isEqualTo(before);
      undoLastUndo();
      assertThat(TableState.rowsAndIds(ask)).isEqualTo(after);
      undoLastUndo();
      assertThat(TableState.rowsAndIds(ask)).isEqualTo(before);
    } finally {
      Files.delete(added);
      Files.delete(turned);
      Files.delete(framed);
      night();
    }
    assertThat(TableState.rowsAndIds(ask)).isEqualTo(before);
  }

  @Test
  void an_unknown_run_is_one_line_with_the_nearest_one() {
    String known = ask.one("SELECT run_id FROM lumina.jobs WHERE job_type = 'nightly' LIMIT 1");
    Cli.Ended ended = command("undo", "--run", known + "x");
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err().lines())
        .containsExactly("lumina: There is no run '" + known + "x'; did you mean '" + known + "'?");
  }

  @Test
  void a_vacuum_says_how_far_back_an_undo_reaches_and_keeps_a_day_at_least() {
    Map<String, Long> versions = TableState.versions(first.home());
    Cli.Ended ended = command("vacuum");
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("versions    kept for 30 days; lumina undo reaches back to the first run")
        .contains("vacuum      nothing to do");
    assertThat(TableState.versions(first.home())).isEqualTo(versions);
    Cli.Ended refused = command("vacuum", "--set", "store.retention=2 hours");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err().lines()).hasSize(1);
    assertThat(refused.err()).contains("store.retention is 2 hours; give 1 day or more");
  }

  private List<String> variants() {
    return ask.rows(
        "SELECT regexp_replace(i.source_path, '.*/', ''), regexp_replace(o.source_path, '.*/', ''),"
            + " v.kind FROM lumina.variants v JOIN lumina.images i ON i.id = v.image_id"
            + " JOIN lumina.images o ON o.id = v.variant_image_id");
  }

  /** The last table, in the order of an undo, that a night wrote. */
  private static String lastOf(Map<String, Long> before, Map<String, Long> after) {
    return WarehouseTables.COMPUTED.stream()
        .map(TableSpec::name)
        .filter(table -> before.getOrDefault(table, 0L) > 0 && after.get(table) > before.get(table))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private Path fileOf(String table, long version) {
    return Path.of(
        URI.create(
            SharedSpark.session()
                .read()
                .format("delta")
                .option("versionAsOf", version)
                .load(first.home().resolve("warehouse").resolve(table).toString())
                .inputFiles()[0]));
  }

  private void undoLastUndo() {
    Cli.Ended ended = command("undo", "--run", lastRun("undo"));
    assertThat(ended.exit()).as(ended.err()).isZero();
  }

  private Cli.Ended night() {
    return command("nightly", "--set", "analyze.max-failed-fraction=0.5");
  }

  private Cli.Ended command(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--home", first.home().toString()));
    return Cli.run(all.toArray(String[]::new));
  }

  private String lastRun(String type) {
    return ask.one(
        "SELECT run_id FROM lumina.jobs WHERE job_type = ? ORDER BY created_at DESC LIMIT 1", type);
  }
}
