package io.lumina.run;

import io.lumina.failure.ExitCode;
import io.lumina.failure.FailedStep;
import io.lumina.failure.LuminaException;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.job.Progress;
import io.lumina.ledger.RunHandle;
import io.lumina.ledger.StepFingerprint;
import io.lumina.ledger.StepsBefore;
import io.lumina.metrics.RunMetrics;
import io.lumina.metrics.StepLoad;
import io.lumina.publish.Published;
import io.lumina.run.step.Start;
import io.lumina.run.step.Step;
import io.lumina.run.step.StepContext;
import io.lumina.run.step.StepOutcome;
import io.lumina.run.step.Steps;
import io.lumina.store.TableMarks;
import io.lumina.table.TableSpec;
import io.lumina.text.TerminalProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs single steps, each with a row of its own in the ledger. */
public final class StepRunner implements AutoCloseable {
  /** Where the log keeps the step. */
  private static final String STEP = "step";

  private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

  private final StepContext context;
  private final PrintStream out;
  private final Steps steps;
  private final StepSettings settings;
  private final RunMetrics metrics;
  private final List<StepOutcome> unrecorded = new ArrayList<>();
  private final boolean terminal = TerminalProgress.isWatched();

  public StepRunner(StepContext context, PrintStream out) {
    this.context = context;
    this.out = out;
    this.steps = new Steps(context);
    this.settings = new StepSettings(context.conf(), context.catalog(), context.database());
    this.metrics = RunMetrics.of(context.store().spark().sparkContext(), context.run().runId());
  }

  /**
   * Runs a step to its end.
   *
   * @param before what the steps before it did in this run
   * @throws LuminaException (temporary) when the catalog is not held any more: another run may be
   */
  public StepOutcome run(Step step, List<StepOutcome> before) {
    return run(step, before, Optional.empty());
  }

  /** Publishes the tables at these versions. */
  public StepOutcome publish(TableMarks tables) {
    return run(Step.PUBLISH, List.of(), Optional.of(tables));
  }

  private StepOutcome run(Step step, List<StepOutcome> before, Optional<TableMarks> tables) {
    context.lock().check();
    Instant started = Instant.now();
    LedgerStep row = row(step, started);
    TerminalProgress shown = new TerminalProgress(step.type(), out, terminal);
    MDC.put(STEP, step.type());
    metrics.begin(step.type());
    LOG.info("step {} starts as {}", step.type(), row.handle().runId());
    try {
      return row.run(() -> outcome(step, tables, row, shown, started, before));
    } catch (Throwable e) {
      // Spark throws exceptions that it does not declare.
      LOG.error("step {} failed", step.type(), e);
      FailedStep.note(
          e,
          "step %s of run %s, catalog '%s'"
              .formatted(step.type(), context.run().runId(), context.catalog().name()));
      throw e;
    } finally {
      shown.done();
      MDC.remove(STEP);
    }
  }

  private StepOutcome outcome(
      Step step,
      Optional<TableMarks> tables,
      LedgerStep row,
      TerminalProgress shown,
      Instant started,
      List<StepOutcome> before) {
    RunHandle handle = row.handle();
    StepsBefore ledger =
        new StepsBefore(context.database(), context.catalog().id(), handle.runId());
    TableMarks read = tables.orElseGet(() -> basis(step, ledger)).of(step.reads());
    String fingerprint = StepFingerprint.of(step.type(), read, settings.of(step, before));
    Optional<StepsBefore.Success> same =
        mayPass(step)
            ? new PassBy(ledger, written -> TableMarks.now(context.store(), written))
                .of(step, fingerprint)
            : Optional.empty();
    Progress progress =
        new TwoProgresses(
            handle.progress(), new TwoProgresses(shown, metrics.progress(step.type())));
    if (same.isPresent()) {
      progress.total(0);
    }
    JobReport report =
        same.isPresent()
            ? PassBy.report(step, same.get(), read)
            : steps
                .of(step)
                .run(
                    read,
                    new JobContext(context.store(), context.catalogId(), handle.runId(), progress),
                    before)
                .reading(read.versions());
    Duration time = Duration.between(started, Instant.now());
    StepOutcome outcome =
        new StepOutcome(
            step,
            handle.runId(),
            older(step, read).map(report::withNote).orElse(report),
            fingerprint,
            read.and(TableMarks.now(context.store(), step.writes())),
            same.map(StepsBefore.Success::runId),
            started,
            time,
            load(step, report, time));
    if (row.isOwn()) {
      unrecorded.add(outcome);
      end(handle, outcome);
    } else {
      new RunRecord(context).write(List.of(outcome));
    }
    LOG.info("step {} ended: {}", step.type(), outcome.json());
    return outcome;
  }

  private StepLoad load(Step step, JobReport report, Duration time) {
    Duration database =
        report.result() instanceof Published published ? published.merging() : Duration.ZERO;
    return metrics.end(step.type(), time, database, report.total(), report.counts());
  }

  /** Versions that fit together: of a run that died between two tables nobody reads the first. */
  private TableMarks basis(Step step, StepsBefore ledger) {
    if (step == Step.BURSTS && ledger.hasDied(Step.ANALYZE.type())) {
      throw new LuminaException(
          ExitCode.SAFETY_GUARD,
          "The last lumina analyze of catalog '%s' died, and its files are read in part; run lumina analyze first, or lumina nightly"
              .formatted(context.catalog().name()));
    }
    return step.basis()
        .map(
            basis ->
                ledger
                    .left(basis.type())
                    .filter(left -> isThere(step, left))
                    .orElseThrow(() -> unfounded(step, basis)))
        .orElseGet(() -> TableMarks.now(context.store(), step.reads()));
  }

  /** Another warehouse has other tables; in a night the step before has just left them. */
  private boolean isThere(Step step, TableMarks left) {
    return !context.request().isOneStep()
        || left.hasAll(step.reads())
            && step.reads().stream()
                .allMatch(table -> context.store().holds(table, left.mark(table)));
  }

  /** Says which tables are not read as they are now: in a night each step reads the newest. */
  private Optional<String> older(Step step, TableMarks read) {
    if (!context.request().isOneStep() || step.basis().isEmpty()) {
      return Optional.empty();
    }
    List<String> changed =
        step.reads().stream()
            .filter(table -> !context.store().mark(table).isSurely(read.mark(table)))
            .map(TableSpec::name)
            .toList();
    return changed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Read as lumina %s left them: %s. They were written since, and lumina nightly looks at them"
                .formatted(step.basis().get().type(), String.join(", ", changed)));
  }

  private LuminaException unfounded(Step step, Step basis) {
    return new LuminaException(
        ExitCode.SAFETY_GUARD,
        "lumina %s needs what lumina %s leaves, and the warehouse %s has nothing that one left of catalog '%s'; run lumina nightly"
            .formatted(
                step.type(), basis.type(), context.store().warehouse(), context.catalog().name()));
  }

  private boolean mayPass(Step step) {
    return context.request().start() == Start.RESUME && step.mayPass();
  }

  @Override
  public void close() {
    try {
      new RunRecord(context).write(unrecorded);
    } finally {
      metrics.close();
      steps.close();
    }
  }

  private LedgerStep row(Step step, Instant started) {
    return !context.request().isOneStep()
        ? LedgerStep.begin(context, step.type(), started)
        : LedgerStep.allOf(context);
  }

  private static void end(RunHandle handle, StepOutcome outcome) {
    JobReport report = outcome.report();
    if (report.exit() == ExitCode.SUCCESS) {
      handle.succeed(outcome.json());
    } else {
      handle.failWithResult(outcome.json(), String.join("; ", report.said()), report.exit());
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
