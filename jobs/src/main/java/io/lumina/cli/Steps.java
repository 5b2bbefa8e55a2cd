package io.lumina.cli;

import io.lumina.analyze.AnalyzeJob;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.scan.ScanJob;
import java.util.List;
import java.util.Optional;

/** Makes and runs the job of each step. */
final class Steps {
  private final StepContext context;
  private final JobConfigs configs;

  Steps(StepContext context) {
    this.context = context;
    this.configs = new JobConfigs(context.conf());
  }

  /** Runs the job of a step. */
  JobReport run(Step step, JobContext job, List<StepOutcome> before) {
    return switch (step) {
      case SCAN ->
          new ScanJob()
              .run(
                  configs.scan(
                      context.catalog().sourceDirectories(),
                      context.request().listing(),
                      context.request().acceptMissing()),
                  job);
      case ANALYZE -> new AnalyzeJob().run(configs.analyze(), job);
      default -> JobReport.nothingToDo(java.util.Map.of(), java.util.Map.of());
    };
  }

  /** What a step depends on, in a few letters. */
  String fingerprint(Step step) {
    return "";
  }

  /** The report of a step that has nothing to do, since all it depends on is as at its last run. */
  Optional<JobReport> unchangedSince(Step step) {
    return Optional.empty();
  }
}
