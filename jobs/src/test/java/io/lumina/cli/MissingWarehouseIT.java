package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands while the disk of the tables is not mounted, or another place is named. */
class MissingWarehouseIT {
  private final FirstNight first = FirstNight.shared();
  private final Path warehouse = first.home().resolve("warehouse");
  private final Path away = first.home().resolve("away");

  @TempDir Path folder;

  @BeforeEach
  void unmount() throws Exception {
    Files.move(warehouse, away);
    // What a mount point is without its disk.
    Files.createDirectory(warehouse);
  }

  @AfterEach
  void mount() throws Exception {
    Files.delete(warehouse);
    Files.move(away, warehouse);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nightly",
        "nightly --fresh",
        "scan",
        "scan --accept-missing",
        "analyze",
        "bursts",
        "duplicates",
        "publish",
        "report",
        "vacuum",
        "explain a.jpg"
      })
  void no_command_begins_tables_where_earlier_runs_had_theirs(String command) {
    assertStopped(List.of(command.split(" ")), "there. Is it mounted?");
    assertThat(warehouse).isEmptyDirectory();
  }

  @Test
  void no_undo_either() {
    String run = first.ask().one("SELECT min(run_id) FROM lumina.jobs WHERE job_type = 'nightly'");
    assertStopped(List.of("undo", "--run", run), "there. Is it mounted?");
    assertThat(warehouse).isEmptyDirectory();
  }

  @Test
  void another_place_is_taken_for_a_mistake() {
    Path typo = folder.resolve("werehouse");
    assertStopped(
        List.of("nightly", "--warehouse", typo.toString()),
        "to " + warehouse + ". Is --warehouse right?");
    assertThat(typo).doesNotExist();
  }

  private void assertStopped(List<String> command, String question) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("--home", first.home().toString()));
    Cli.Ended ended = Cli.run(all.toArray(String[]::new));
    assertThat(ended.exit()).as(ended.err()).isEqualTo(4);
    assertThat(ended.err())
        .hasLineCount(1)
        .contains("has no tables of catalog 'Holiday 2019', which run ")
        .contains(question)
        .contains("lumina nightly --catalog 'Holiday 2019' --accept-missing-warehouse");
  }
}
