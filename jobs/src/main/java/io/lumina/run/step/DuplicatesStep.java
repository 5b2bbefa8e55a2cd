package io.lumina.run.step;

import io.lumina.config.LuminaConf;
import io.lumina.duplicates.DuplicatesConfig;
import io.lumina.duplicates.DuplicatesJob;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.library.CatalogTables;
import io.lumina.store.TableMarks;
import io.lumina.table.BurstsTable;
import io.lumina.table.ShotsTable;
import java.util.List;
import java.util.Map;

/** Groups exact and near duplicates. */
final class DuplicatesStep implements StepWork {
  private final StepContext context;
  private final CatalogTables tables;

  DuplicatesStep(StepContext context, CatalogTables tables) {
    this.context = context;
    this.tables = tables;
  }

  @Override
  public JobReport run(TableMarks read, JobContext job, List<StepOutcome> before) {
    return new DuplicatesJob(
            tables.images(read),
            tables.rows(ShotsTable.SPEC, read),
            tables.rows(BurstsTable.SPEC, read),
            tables.decisions())
        .run(config(), job);
  }

  private DuplicatesConfig config() {
    LuminaConf conf = context.conf();
    LuminaConf chosen =
        context.request().start() == Start.FRESH
            ? conf.with(Map.of("duplicates.compare", "all"))
            : conf;
    return new JobConfigs(chosen).duplicates(context.catalog().sourceDirectories());
  }
}
