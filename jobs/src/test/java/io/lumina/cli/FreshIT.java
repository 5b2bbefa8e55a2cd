package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.postgres.Ask;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Starting over on the shared small library, which is left as it was. */
class FreshIT {
  private static final String FILES = String.valueOf(PhotoFolder.IMAGES + 1);

  private final FirstNight first = FirstNight.shared();
  private final Ask ask = first.ask();

  @Test
  void a_fresh_night_reads_everything_again_and_people_see_the_same() {
    status("active", "selected");
    try {
      Map<String, String> rows = TableState.rowsAndWriters(ask);
      Map<String, Long> versions = TableState.versions(first.home());

      Cli.Ended ended =
          Cli.run(
              "nightly",
              "--fresh",
              "--set",
              "analyze.max-failed-fraction=0.5",
              "--home",
              first.home().toString());

      assertThat(ended.exit()).as(ended.err()).isZero();
      assertThat(toDo("analyze")).isEqualTo(FILES);
      assertThat(TableState.rowsAndWriters(ask)).isEqualTo(rows);
      assertThat(TableState.versions(first.home()).get("assets"))
          .isEqualTo(versions.get("assets") + 1);
      assertThat(
              ask.one(
                  "SELECT parameters->>'start' FROM lumina.jobs WHERE job_type = 'nightly'"
                      + " ORDER BY created_at DESC LIMIT 1"))
          .isEqualTo("fresh");
    } finally {
      status("selected", "active");
    }
  }

  @Test
  void a_run_cannot_resume_and_be_fresh() {
    Cli.Ended ended = Cli.run("nightly", "--resume", "--fresh");
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).contains("--resume").contains("--fresh");
  }

  /** Of the one picture that a person chose. */
  private void status(String from, String to) {
    ask.execute(
        "UPDATE lumina.images SET status = ? WHERE status = ? AND source_path LIKE '%gps.jpg'",
        to, from);
  }

  private String toDo(String step) {
    return ask.one(
        "SELECT progress->>'total' FROM lumina.jobs WHERE job_type = ?"
            + " ORDER BY created_at DESC LIMIT 1",
        step);
  }
}
