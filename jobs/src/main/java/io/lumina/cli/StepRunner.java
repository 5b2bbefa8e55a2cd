package io.lumina.cli;

import io.lumina.job.ExitCode;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.job.LuminaException;
import io.lumina.job.Progress;
import io.lumina.metrics.RunMetrics;
import io.lumina.metrics.StepLoad;
import io.lumina.publish.PublishJob;
import io.lumina.store.RunHandle;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs single steps, each with a row of its own in the ledger. */
final class StepRunner implements AutoCloseable {
  /** Where the log keeps the step. */
  private static final String STEP = "step";

  private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

  private final StepContext context;
  private final PrintStream out;
  private final Steps steps;
  private final RunMetrics metrics;
  private final boolean terminal = Terminal.isWatched();

  StepRunner(StepContext context, PrintStream out) {
    this.context = context;
    this.out = out;
    this.steps = new Steps(context);
    this.metrics = RunMetrics.of(context.store().spark().sparkContext(), context.run().runId());
  }

  /**
   * Runs a step to its end.
   *
   * @param before what the steps before it did in this run
   * @throws LuminaException (temporary) when the catalog is not held any more: another run may be
   */
  StepOutcome run(Step step, List<StepOutcome> before) {
    context.lock().check();
    Instant started = Instant.now();
    LedgerStep row = row(step, started);
    TerminalProgress shown = new TerminalProgress(step.type(), out, terminal);
    MDC.put(STEP, step.type());
    metrics.begin(step.type());
    LOG.info("step {} starts as {}", step.type(), row.handle().runId());
    try {
      return row.run(() -> outcome(step, row, shown, started, before));
    } catch (Throwable e) {
      // Spark throws exceptions that it does not declare.
      LOG.error("step {} failed", step.type(), e);
      throw e;
    } finally {
      shown.done();
      MDC.remove(STEP);
    }
  }

  private StepOutcome outcome(
      Step step,
      LedgerStep row,
      TerminalProgress shown,
      Instant started,
      List<StepOutcome> before) {
    RunHandle handle = row.handle();
    String fingerprint = fingerprint(step);
    JobReport report = report(step, handle, shown, before);
    Duration time = Duration.between(started, Instant.now());
    StepOutcome outcome =
        new StepOutcome(
            step, handle.runId(), report, fingerprint, started, time, load(step, report, time));
    new RunRecord(context).write(outcome);
    if (row.isOwn()) {
      end(handle, outcome);
    }
    LOG.info("step {} ended: {}", step.type(), outcome.json());
    return outcome;
  }

  private StepLoad load(Step step, JobReport report, Duration time) {
    Duration database =
        Duration.ofMillis(report.counts().getOrDefault(PublishJob.MERGE_MILLIS, 0L));
    return metrics.end(step.type(), time, database, report.total(), report.counts());
  }

  private JobReport report(
      Step step, RunHandle handle, TerminalProgress shown, List<StepOutcome> before) {
    Progress both =
        new TwoProgresses(
            handle.progress(), new TwoProgresses(shown, metrics.progress(step.type())));
    if (isUnchanged(step)) {
      both.total(0);
      return JobReport.nothingToDo(Map.of(), steps.inputs(step));
    }
    JobContext job = new JobContext(context.store(), context.catalogId(), handle.runId(), both);
    return steps.run(step, job, before);
  }

  /** Whether all that a step depends on is as it was when it last succeeded. */
  private boolean isUnchanged(Step step) {
    return context.request().start() == Start.RESUME
        && !steps.inputs(step).isEmpty()
        && Fingerprint.ofLastSuccess(context.database(), context.catalog().id(), step)
            .equals(Optional.of(fingerprint(step)));
  }

  private String fingerprint(Step step) {
    return Fingerprint.of(step, steps.warehouse(), steps.inputs(step), steps.settings(step));
  }

  @Override
  public void close() {
    metrics.close();
    steps.close();
  }

  private LedgerStep row(Step step, Instant started) {
    return context.request().hasSteps()
        ? LedgerStep.begin(context, step.type(), started)
        : LedgerStep.allOf(context);
  }

  private static void end(RunHandle handle, StepOutcome outcome) {
    JobReport report = outcome.report();
    if (report.exit() == ExitCode.SUCCESS) {
      handle.succeed(outcome.json());
    } else {
      handle.failWithResult(outcome.json(), String.join("; ", report.notes()), report.exit());
    }
  }

  /** Tells two at a time. */
  private record TwoProgresses(Progress first, Progress second) implements Progress {
    @Override
    public void total(long units) {
      first.total(units);
      second.total(units);
    }

    @Override
    public void current(long units) {
      first.current(units);
      second.current(units);
    }
  }
}
