package io.lumina.run.step;

import io.lumina.analyze.AnalyzeJob;
import io.lumina.analyze.read.Scope;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.ledger.RunsBefore;
import io.lumina.store.TableMarks;
import java.util.List;

/** Reads each new content once. */
final class AnalyzeStep implements StepWork {
  private final StepContext context;

  AnalyzeStep(StepContext context) {
    this.context = context;
  }

  @Override
  public JobReport run(TableMarks read, JobContext job, List<StepOutcome> before) {
    RunsBefore runs = new RunsBefore(context.database(), context.catalog().id(), job.runId());
    return new AnalyzeJob()
        .run(
            new JobConfigs(context.conf())
                .analyze(
                    context.request().start() == Start.FRESH ? Scope.EVERYTHING : Scope.NEW,
                    runs.listedTimes(),
                    runs.mayLackContents(context.store())),
            job);
  }
}
