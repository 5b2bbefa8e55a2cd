package io.lumina.run.step;

import io.lumina.job.JobReport;
import io.lumina.job.StepResult;
import io.lumina.metrics.Bottleneck;
import io.lumina.metrics.StepLoad;
import io.lumina.store.TableMarks;
import io.lumina.text.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a step of a run did.
 *
 * @param step which
 * @param runId its own id
 * @param report of the job
 * @param fingerprint of everything that the step depended on
 * @param marks of the tables that it read and of those that it left
 * @param unchangedSince the run that did all this already, when the step was passed by
 * @param startedAt and how long it took
 * @param load what it cost
 */
public record StepOutcome(
    Step step,
    String runId,
    JobReport report,
    String fingerprint,
    TableMarks marks,
    Optional<String> unchangedSince,
    Instant startedAt,
    Duration time,
    StepLoad load) {
  public StepOutcome {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(marks, "marks");
    Objects.requireNonNull(unchangedSince, "unchangedSince");
    Objects.requireNonNull(load, "load");
  }

  /** The same by another id. */
  public StepOutcome of(String otherRunId) {
    return new StepOutcome(
        step, otherRunId, report, fingerprint, marks, unchangedSince, startedAt, time, load);
  }

  /** What the step found out, where it is of a kind. */
  public <T extends StepResult> Optional<T> result(Class<T> kind) {
    return Optional.of(report.result()).filter(kind::isInstance).map(kind::cast);
  }

  /** What the first step with a result of a kind found out. */
  public static <T extends StepResult> Optional<T> result(
      List<StepOutcome> outcomes, Class<T> kind) {
    return outcomes.stream().flatMap(outcome -> outcome.result(kind).stream()).findFirst();
  }

  /** Which step and which resource took the time, and what to change; none of no steps. */
  public static Optional<String> bottleneck(List<StepOutcome> outcomes) {
    return Bottleneck.of(outcomes.stream().map(StepOutcome::load).toList())
        .map(Bottleneck::sentence);
  }

  /** The row of the ledger. */
  public String json() {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("total", report.total());
    result.put("counts", report.counts());
    result.put("input_versions", report.inputVersions());
    result.put("output_versions", report.outputVersions());
    result.put("notes", report.said());
    result.put("fingerprint", fingerprint);
    result.put("marks", marks.json());
    unchangedSince.ifPresent(run -> result.put("unchanged_since", run));
    result.put("seconds", time.toMillis() / 1000.0);
    result.put("load", load.byName());
    return Json.of(result);
  }
}
