package io.lumina.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.failure.ExitCode;
import io.lumina.job.JobReport;
import io.lumina.job.StepResult;
import io.lumina.library.CatalogTotals;
import io.lumina.metrics.StepLoad;
import io.lumina.report.Reported;
import io.lumina.run.step.Step;
import io.lumina.run.step.StepOutcome;
import io.lumina.scan.Scanned;
import io.lumina.scan.compare.Change;
import io.lumina.scan.compare.ChangeCounts;
import io.lumina.scan.list.ListingTally;
import io.lumina.store.TableMarks;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final StepResult NOTHING = new StepResult.Nothing();

  private static final CatalogTotals TOTALS =
      new CatalogTotals(
          1_980,
          19,
          1,
          2_100_000_000L,
          3,
          7,
          List.of(
              new CatalogTotals.Reason("undecodable", 5),
              new CatalogTotals.Reason("empty_file", 2)),
          3,
          List.of(
              new CatalogTotals.Reason("too_many_pixels", 2),
              new CatalogTotals.Reason("time_limit", 1)),
          12,
          31,
          486_802,
          5,
          4,
          40,
          1);

  @Test
  void a_night_ends_with_what_is_there_what_changed_and_where_to_look() {
    Summary summary =
        new Summary(
            "holiday",
            "20260131T020000-nightly-holiday",
            List.of(
                outcome(
                    Step.SCAN,
                    4_200,
                    new Scanned(
                        ChangeCounts.of(
                            Map.of(Change.NEW, 2L, Change.MISSING, 1L, Change.UNCHANGED, 1_998L)),
                        new ListingTally(
                            0,
                            new TreeMap<>(
                                Map.of("hidden", new ListingTally.Skipped(2, "/photos/.trash"))))),
                    List.of("Not looked at, hidden: 2, such as /photos/.trash")),
                outcome(Step.ANALYZE, 61_000, new Counted("files_read", 2), List.of()),
                outcome(Step.BURSTS, 900, NOTHING, List.of()),
                passedBy(Step.PUBLISH, 100),
                outcome(
                    Step.REPORT,
                    1_500,
                    new Reported(
                        Path.of("/home/me/.lumina/reports/holiday/run.html"),
                        Optional.of(new Reported.Shown(12, 12, 0, 0))),
                    List.of())),
            ExitCode.SUCCESS);

    assertThat(summary.ofNight(TOTALS, "kept for 30 days", Optional.empty()))
        .containsExactly(
            "Catalog holiday, run 20260131T020000-nightly-holiday",
            "  files       2,000 (1,980 pictures, 19 videos, 1 recording), 2.1 GB; 3 missing",
            "  this run    2 new, 0 changed, 0 moved, 1 missing, 0 back, 1,998 unchanged",
            "  passed by   2 hidden",
            "  broken      7 (5 undecodable, 2 empty file)",
            "  our limits  3 (2 too many pixels, 1 time limit) not looked at",
            "  duplicates  12 groups, 31 files beside the best ones, 486.8 kB reclaimable",
            "  variants    5 pairs of changed pictures, listed",
            "  bursts      4 bursts with 40 pictures, 1 shot of several files",
            "  time        1 min 7 s (scan 4.2 s; analyze 1 min 1 s; bursts 0.9 s, no changes;"
                + " publish 0.1 s, passed by; report 1.5 s)",
            "  bottleneck  computing: 83 % of the time of 2 cores, of that 90 % in analyze; more"
                + " cores or executors shorten it",
            "  versions    kept for 30 days",
            "  note        Not looked at, hidden: 2, such as /photos/.trash",
            "  report      /home/me/.lumina/reports/holiday/run.html");
  }

  @Test
  void an_exit_code_is_explained() {
    Summary summary = new Summary("holiday", "run", List.of(), ExitCode.TOO_MANY_FAILURES);
    assertThat(
            summary
                .ofNight(TOTALS, "kept for 30 days", Optional.empty())
                .get(summary.ofNight(TOTALS, "kept for 30 days", Optional.empty()).size() - 1))
        .startsWith("Exit 6: all is done, but more files are broken than");
  }

  @Test
  void only_the_most_frequent_reasons_are_named() {
    CatalogTotals many =
        new CatalogTotals(
            6,
            0,
            0,
            6,
            0,
            6,
            List.of("a", "b", "c", "d", "e", "f").stream()
                .map(code -> new CatalogTotals.Reason(code, 1))
                .toList(),
            0,
            List.of(),
            0,
            0,
            0,
            0,
            0,
            0,
            0);
    assertThat(
            new Summary("holiday", "run", List.of(), ExitCode.SUCCESS)
                .ofNight(many, "kept for 30 days", Optional.empty()))
        .contains("  broken      6 (1 a, 1 b, 1 c, 1 d, 1 e, …)", "  duplicates  none");
  }

  @Test
  void one_command_says_what_it_counted_or_that_there_was_nothing_to_do() {
    assertThat(
            new Summary(
                    "holiday",
                    "run",
                    List.of(outcome(Step.BURSTS, 900, new Counted("burst_files", 9), List.of())),
                    ExitCode.SUCCESS)
                .ofStep())
        .containsExactly("Catalog holiday, run run", "  bursts      burst files 9 (0.9 s)");
    assertThat(
            new Summary(
                    "holiday",
                    "run",
                    List.of(outcome(Step.BURSTS, 900, NOTHING, List.of())),
                    ExitCode.SUCCESS)
                .ofStep())
        .contains("  bursts      no changes (0.9 s)");
    assertThat(
            new Summary(
                    "holiday",
                    "run",
                    List.of(outcome(Step.ANALYZE, 900, NOTHING, List.of())),
                    ExitCode.SUCCESS)
                .ofStep())
        .contains("  analyze     nothing to do (0.9 s)");
  }

  @Test
  void a_step_that_was_passed_by_is_told_from_one_that_came_to_the_same_rows() {
    assertThat(
            new Summary("holiday", "run", List.of(passedBy(Step.BURSTS, 100)), ExitCode.SUCCESS)
                .ofStep())
        .contains("  bursts      unchanged since run earlier-bursts, passed by (0.1 s)");
  }

  private static StepOutcome passedBy(Step step, long millis) {
    StepOutcome done = outcome(step, millis, NOTHING, List.of());
    return new StepOutcome(
        step,
        done.runId(),
        done.report(),
        done.fingerprint(),
        done.marks(),
        Optional.of("earlier-" + step.type()),
        done.startedAt(),
        done.time(),
        done.load());
  }

  private static StepOutcome outcome(
      Step step, long millis, StepResult result, List<String> notes) {
    long total = result.counts().values().stream().mapToLong(Long::longValue).sum();
    return new StepOutcome(
        step,
        "run-of-" + step.type(),
        new JobReport(total, result, Map.of(), Map.of(), notes),
        "fingerprint",
        new TableMarks(Map.of()),
        Optional.empty(),
        Instant.EPOCH,
        Duration.ofMillis(millis),
        new StepLoad(
            step.type(),
            millis / 1e3,
            2,
            millis / 1e3,
            4,
            millis / 5e2,
            millis / 6e2,
            0,
            0,
            0,
            0,
            0,
            0));
  }

  /** A result of one number. */
  private record Counted(String name, long number) implements StepResult {
    @Override
    public Map<String, Long> counts() {
      return Map.of(name, number);
    }
  }
}
