package io.lumina.run.step;

import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.library.CatalogTables;
import io.lumina.report.ReportConfig;
import io.lumina.report.ReportJob;
import io.lumina.store.TableMarks;
import java.util.List;

/** Writes the report page. */
final class ReportStep implements StepWork {
  private final StepContext context;
  private final CatalogTables tables;

  ReportStep(StepContext context, CatalogTables tables) {
    this.context = context;
    this.tables = tables;
  }

  @Override
  public JobReport run(TableMarks read, JobContext job, List<StepOutcome> before) {
    JobConfigs configs = new JobConfigs(context.conf());
    return new ReportJob(new ReportFacts(context, tables).inputs(before, read))
        .run(
            new ReportConfig(
                context.request().options().home().folder(), configs.report(), configs.keptPages()),
            job);
  }
}
