package io.lumina.run.step;

import io.lumina.burst.BurstsJob;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.library.CatalogTables;
import io.lumina.store.TableMarks;
import java.util.List;

/** Finds shots and bursts. */
final class BurstsStep implements StepWork {
  private final StepContext context;
  private final CatalogTables tables;

  BurstsStep(StepContext context, CatalogTables tables) {
    this.context = context;
    this.tables = tables;
  }

  @Override
  public JobReport run(TableMarks read, JobContext job, List<StepOutcome> before) {
    return new BurstsJob(tables.images(read), read.versions())
        .run(new JobConfigs(context.conf()).bursts(), job);
  }
}
