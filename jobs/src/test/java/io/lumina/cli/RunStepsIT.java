package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.postgres.Ask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the first night left in {@code run_steps}, and said of its bottleneck. */
class RunStepsIT {
  private final FirstNight night = FirstNight.shared();
  private final Ask ask = night.ask();
  private final String run =
      ask.one(
          "SELECT run_id FROM lumina.jobs WHERE job_type = 'nightly' ORDER BY created_at LIMIT 1");

  @Test
  void each_step_has_a_row_with_what_it_counted() throws IOException {
    assertThat(
            ask.rows(
                "SELECT step, status FROM lumina.run_steps WHERE run_id = ? ORDER BY started_at",
                run))
        .containsExactly(
            "scan|SUCCESS",
            "analyze|SUCCESS",
            "bursts|SUCCESS",
            "duplicates|SUCCESS",
            "publish|SUCCESS",
            "report|SUCCESS");
    assertThat(counter("scan", "files")).isEqualTo(PhotoFolder.IMAGES + 1);
    assertThat(counter("analyze", "files_read")).isEqualTo(PhotoFolder.IMAGES + 1);
    assertThat(counter("analyze", "units")).isEqualTo(PhotoFolder.IMAGES + 1);
    assertThat(counter("analyze", "units_done")).isEqualTo(PhotoFolder.IMAGES + 1);
    assertThat(counter("analyze", "reason_empty_file")).isEqualTo(1);
    assertThat(counter("analyze", "reason_too_many_pixels")).isEqualTo(1);
    assertThat(counter("duplicates", "candidates")).isPositive();
    assertThat(counter("publish", "images_inserted")).isEqualTo(PhotoFolder.IMAGES);
    assertThat(counter("analyze", "bytes_read")).isEqualTo(bytes(night.photos()));
  }

  /** Of all files but the one of another kind. */
  private static long bytes(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += file.toString().endsWith(".txt") ? 0 : Files.size(file);
      }
    }
    return bytes;
  }

  @Test
  void each_step_has_what_its_tasks_cost() {
    for (String step : new String[] {"scan", "analyze", "bursts", "duplicates", "publish"}) {
      assertThat(seconds(step, "seconds")).as(step).isPositive();
      assertThat(seconds(step, "task_seconds")).as(step).isPositive();
      assertThat(seconds(step, "busy_seconds"))
          .as(step)
          .isPositive()
          .isLessThanOrEqualTo(seconds(step, "seconds"));
    }
    assertThat(seconds("analyze", "analysis_seconds")).isPositive();
    assertThat(seconds("analyze", "read_seconds")).isPositive();
    assertThat(seconds("publish", "database_seconds")).isPositive();
    assertThat(seconds("bursts", "read_seconds")).isZero();
  }

  @Test
  void the_bottleneck_is_said_and_kept() {
    String said =
        night
            .ended()
            .out()
            .lines()
            .filter(line -> line.startsWith("  bottleneck "))
            .findFirst()
            .orElseThrow()
            .replaceFirst("^  bottleneck +", "");
    assertThat(said)
        .matches("[a-zA-Z ,]+: \\d+ % of the time of 2 cores, of that \\d+ % in [a-z]+; .*");
    assertThat(
            ask.rows("SELECT note FROM lumina.run_report WHERE run_id = ? AND kind = 'note'", run))
        .contains("Bottleneck: " + said);
  }

  private long counter(String step, String name) {
    return Long.parseLong(value(step, name));
  }

  private double seconds(String step, String name) {
    return Double.parseDouble(value(step, name));
  }

  private String value(String step, String name) {
    return ask.one(
        "SELECT counters->>? FROM lumina.run_steps WHERE run_id = ? AND step = ?", name, run, step);
  }
}
