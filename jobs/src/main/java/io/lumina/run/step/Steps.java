package io.lumina.run.step;

import io.lumina.library.CatalogTables;
import java.util.EnumMap;
import java.util.Map;

/** The work of each step of one run. They share the tables of its catalog, joined once. */
public final class Steps implements AutoCloseable {
  private final CatalogTables tables;
  private final Map<Step, StepWork> work = new EnumMap<>(Step.class);

  public Steps(StepContext context) {
    this.tables =
        new CatalogTables(
            context.store(),
            context.catalog(),
            context.database(),
            context.conf().text("analyze.time-zone"));
    work.put(Step.SCAN, new ScanStep(context));
    work.put(Step.ANALYZE, new AnalyzeStep(context));
    work.put(Step.BURSTS, new BurstsStep(context, tables));
    work.put(Step.DUPLICATES, new DuplicatesStep(context, tables));
    work.put(Step.PUBLISH, new PublishStep(context, tables));
    work.put(Step.REPORT, new ReportStep(context, tables));
  }

  public StepWork of(Step step) {
    return work.get(step);
  }

  @Override
  public void close() {
    tables.close();
  }
}
