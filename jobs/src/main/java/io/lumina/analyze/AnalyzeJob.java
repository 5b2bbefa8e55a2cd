package io.lumina.analyze;

import io.lumina.job.ExitCode;
import io.lumina.job.Job;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.store.Store;
import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads each new content once. Work is committed in batches: a run that dies loses one, and the
 * next run goes on from there.
 */
public final class AnalyzeJob implements Job<AnalyzeConfig> {

  @Override
  public String type() {
    return "analyze";
  }

  @Override
  public JobReport run(AnalyzeConfig config, JobContext context) {
    Store store = context.store();
    if (config.isRepairing()) {
      new StrayChecksums(store, context.catalogId()).forget(context.runId());
    }
    long version = store.version(FilesTable.SPEC);
    Map<String, Long> input = Map.of(FilesTable.SPEC.name(), version);
    int cores = store.spark().sparkContext().defaultParallelism();
    WorkPlan plan =
        WorkPlan.of(
            store.read(FilesTable.SPEC, version, context.catalogId()),
            config.scope(),
            config.batchBytes(),
            cores);
    context.progress().total(plan.files());
    if (plan.files() == 0 && !plan.isOpen()) {
      return JobReport.nothingToDo(Tally.NOTHING.counts(), input);
    }
    SourceMeter meter = new SourceMeter(store.spark().sparkContext());
    BatchRun run = new BatchRun(config, context, meter, plan.mayFollow());
    Tally tally = Tally.NOTHING;
    try (ProgressPoll poll = new ProgressPoll(meter::files, plan.files(), context.progress())) {
      for (Iterator<Batch> batches = plan.batches().iterator(); batches.hasNext(); ) {
        Batch batch = batches.next();
        tally = tally.plus(run.of(batch, !batches.hasNext()));
      }
      if (plan.batches().isEmpty()) {
        run.identify();
      }
      poll.done();
    }
    return report(config, plan.files(), tally, input, store);
  }

  private static JobReport report(
      AnalyzeConfig config, long total, Tally tally, Map<String, Long> input, Store store) {
    Map<String, Long> output = new LinkedHashMap<>();
    output.put(AssetsTable.SPEC.name(), store.version(AssetsTable.SPEC));
    output.put(FilesTable.SPEC.name(), store.version(FilesTable.SPEC));
    boolean tooMany = tally.broken() > config.maxFailedFraction() * total;
    List<String> notes =
        tooMany
            ? List.of(
                String.format(
                    Locale.ROOT,
                    "%d of %d files could not be read or hold no readable picture, more than"
                        + " analyze.max-failed-fraction = %s; the report lists them",
                    tally.broken(),
                    total,
                    config.maxFailedFraction()))
            : List.of();
    return new JobReport(
        total,
        tally.counts(),
        input,
        output,
        notes,
        tooMany ? ExitCode.TOO_MANY_FAILURES : ExitCode.SUCCESS);
  }
}
