package io.lumina.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.ledger.WatchedRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunStoryTest {
  private static final Instant TWO = Instant.parse("2026-01-31T02:00:00Z");

  private final RunStory story = new RunStory();

  @Test
  void a_night_is_told_step_by_step_and_nothing_twice() {
    WatchedRow night = row("nightly", 0);
    WatchedRow scan = row("scan", 1);
    assertThat(story.lines(List.of(night)))
        .containsExactly("2026-01-31 02:00:00 UTC  run of-nightly of catalog holiday began");
    assertThat(story.lines(List.of(night, scan)))
        .containsExactly("2026-01-31 02:00:01 UTC  scan began");
    assertThat(story.lines(List.of(night, scan))).isEmpty();
    assertThat(story.lines(List.of(night, far(scan, 3, 400, 20_000, 100))))
        .containsExactly(
            "2026-01-31 02:00:03 UTC  scan 400 of 20,000 (2 %, 100/s, 3 min 16 s left)");
    assertThat(story.lines(List.of(night, far(scan, 3, 450, 20_000, 100)))).isEmpty();
    WatchedRow ended = ended(far(scan, 3, 20_000, 20_000, 100), 205, "SUCCESS", 0, null);
    assertThat(story.lines(List.of(night, ended)))
        .containsExactly(
            "2026-01-31 02:03:25 UTC  scan ended: SUCCESS (exit 0) after 3 min 24 s, 20,000 of"
                + " 20,000");
    assertThat(story.lines(List.of(ended(night, 206, "SUCCESS", 0, null), ended)))
        .containsExactly(
            "2026-01-31 02:03:26 UTC  run of-nightly ended: SUCCESS (exit 0) after 3 min 26 s");
  }

  @Test
  void what_was_missed_is_told_afterwards_in_its_order() {
    assertThat(
            story.lines(
                List.of(
                    ended(row("nightly", 0), 9, "FAILURE", 3, "/photos is\ngone"),
                    ended(far(row("scan", 1), 2, 0, 0, 0), 2, "SUCCESS", 0, null),
                    ended(row("analyze", 4), 8, "FAILURE", 3, "/photos is\ngone"))))
        .containsExactly(
            "2026-01-31 02:00:00 UTC  run of-nightly of catalog holiday began",
            "2026-01-31 02:00:01 UTC  scan began",
            "2026-01-31 02:00:02 UTC  scan ended: SUCCESS (exit 0) after 1.0 s, nothing to do",
            "2026-01-31 02:00:04 UTC  analyze began",
            "2026-01-31 02:00:08 UTC  analyze ended: FAILURE (exit 3) after 4.0 s: /photos"
                + " is\\u000agone",
            "2026-01-31 02:00:09 UTC  run of-nightly ended: FAILURE (exit 3) after 9.0 s: /photos"
                + " is\\u000agone");
  }

  @Test
  void a_run_without_steps_tells_its_own_progress() {
    WatchedRow scan = row("scan", 0);
    story.lines(List.of(scan));
    assertThat(story.lines(List.of(far(scan, 1, 5, 10, 2.5))))
        .containsExactly("2026-01-31 02:00:01 UTC  scan 5 of 10 (50 %, 2.5/s, 2.0 s left)");
  }

  @Test
  void the_line_of_a_terminal_is_about_the_step_that_goes_on() {
    WatchedRow night = far(row("nightly", 0), 5, 1, 6, 1);
    WatchedRow scan = ended(row("scan", 1), 3, "SUCCESS", 0, null);
    WatchedRow analyze = row("analyze", 4);
    assertThat(RunStory.now(List.of(night, scan, analyze))).contains("analyze");
    assertThat(RunStory.now(List.of(night, scan, far(analyze, 5, 1, 4, 1))))
        .contains("analyze 1 of 4 (25 %, 1.0/s, 3.0 s left)");
    assertThat(RunStory.now(List.of(ended(night, 9, "SUCCESS", 0, null), scan))).isEmpty();
  }

  private static WatchedRow row(String job, int second) {
    return new WatchedRow(
        UUID.nameUUIDFromBytes(job.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        "of-" + job,
        "holiday",
        new UUID(0, 1),
        job,
        TWO.plusSeconds(second),
        Optional.empty(),
        Optional.empty());
  }

  private static WatchedRow far(WatchedRow row, int second, long current, long total, double rate) {
    OptionalDouble left =
        rate > 0 ? OptionalDouble.of((total - current) / rate) : OptionalDouble.empty();
    return new WatchedRow(
        row.id(),
        row.runId(),
        row.catalog(),
        row.catalogId(),
        row.jobType(),
        row.startedAt(),
        Optional.of(new WatchedRow.Stride(current, total, rate, left, TWO.plusSeconds(second))),
        row.end());
  }

  private static WatchedRow ended(
      WatchedRow row, int second, String status, int exit, String error) {
    return new WatchedRow(
        row.id(),
        row.runId(),
        row.catalog(),
        row.catalogId(),
        row.jobType(),
        row.startedAt(),
        row.progress(),
        Optional.of(
            new WatchedRow.End(
                status,
                OptionalInt.of(exit),
                Optional.ofNullable(error),
                TWO.plusSeconds(second))));
  }
}
