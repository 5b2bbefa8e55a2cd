package io.lumina.run.step;

import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.scan.ScanJob;
import io.lumina.store.TableMarks;
import java.util.List;

/** Lists the sources and compares with the last listing. */
final class ScanStep implements StepWork {
  private final StepContext context;

  ScanStep(StepContext context) {
    this.context = context;
  }

  @Override
  public JobReport run(TableMarks read, JobContext job, List<StepOutcome> before) {
    RunRequest request = context.request();
    return new ScanJob()
        .run(
            new JobConfigs(context.conf())
                .scan(
                    context.catalog().sourceDirectories(),
                    request.listing(),
                    request.acceptMissing(),
                    List.of(request.options().home().folder().toString())),
            job);
  }
}
