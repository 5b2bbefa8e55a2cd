package io.lumina.analyze;

import io.lumina.analyze.identity.StrayChecksums;
import io.lumina.analyze.read.AnalyzeConfig;
import io.lumina.analyze.read.ProgressPoll;
import io.lumina.analyze.read.Scope;
import io.lumina.analyze.read.SourceMeter;
import io.lumina.failure.ExitCode;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.store.Store;
import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Reads each new content once. Work is committed in batches: a run that dies loses one, and the
 * next run goes on from there.
 */
public final class AnalyzeJob {
  public JobReport run(AnalyzeConfig config, JobContext context) {
    Store store = context.store();
    if (config.isRepairing()) {
      new StrayChecksums(store, context.catalogId()).forget(context.runId());
    }
    long renewed = new OlderHashes(store).renew(context.runId());
    long version = store.version(FilesTable.SPEC);
    Map<String, Long> input = Map.of(FilesTable.SPEC.name(), version);
    int cores = store.spark().sparkContext().defaultParallelism();
    Dataset<Row> files = store.read(FilesTable.SPEC, version, context.catalogId());
    WorkPlan plan = WorkPlan.of(files, config.scope(), config.batchBytes(), cores);
    SecondLooks looks = SecondLooks.of(config, store, files);
    long total = plan.files() + looks.files();
    context.progress().total(total);
    if (total == 0 && renewed == 0 && !plan.isOpen()) {
      return JobReport.nothingToDo(Analyzed.nothing(Tally.NOTHING, looks.waits() ? 1 : 0), input);
    }
    SourceMeter meter = new SourceMeter(store.spark().sparkContext());
    BatchRun run = new BatchRun(config, context, meter, plan.mayFollow());
    Tally tally = Tally.NOTHING;
    Optional<Analyzed.Looked> looked = Optional.empty();
    boolean isChanged = false;
    try (ProgressPoll poll = new ProgressPoll(meter::files, total, context.progress())) {
      if (looks.files() > 0) {
        looked = Optional.of(new SecondLookRun(config, context, meter).of(looks));
      }
      boolean isIdentified = false;
      for (Iterator<Batch> batches = plan.batches().iterator(); batches.hasNext(); ) {
        Batch batch = batches.next();
        Tally read = run.of(batch, !batches.hasNext());
        tally = tally.plus(read);
        isIdentified = !batches.hasNext() && read.news() > 0;
      }
      if (!isIdentified && (tally.news() > 0 || plan.isOpen())) {
        isChanged = run.identify();
      }
      poll.done();
    }
    if (tally.news() == 0 && looks.files() == 0 && renewed == 0 && !isChanged) {
      context.progress().total(0);
      context.progress().current(0);
      return new JobReport(0, Analyzed.nothing(tally, total), input, Map.of(), unreadable(tally));
    }
    Analyzed analyzed =
        new Analyzed(
            tally,
            Optional.of(new Analyzed.More(looked, renewed, meter.jpegs())),
            open(config.ofNews(), store, context.catalogId(), cores));
    return report(
        config,
        tally.news() + looked.map(Analyzed.Looked::contents).orElse(0L) + renewed,
        analyzed,
        input,
        store);
  }

  private static long open(AnalyzeConfig config, Store store, String catalogId, int cores) {
    Dataset<Row> files = store.read(FilesTable.SPEC, store.version(FilesTable.SPEC), catalogId);
    WorkPlan plan = WorkPlan.of(files, Scope.NEW, config.batchBytes(), cores);
    SecondLooks looks = SecondLooks.of(config, store, files);
    return plan.files() + looks.files() + (plan.isOpen() ? 1 : 0) + (looks.waits() ? 1 : 0);
  }

  private static JobReport report(
      AnalyzeConfig config, long done, Analyzed analyzed, Map<String, Long> input, Store store) {
    Tally tally = analyzed.tally();
    long total = tally.news();
    Map<String, Long> output = new LinkedHashMap<>();
    output.put(AssetsTable.SPEC.name(), store.version(AssetsTable.SPEC));
    output.put(FilesTable.SPEC.name(), store.version(FilesTable.SPEC));
    boolean tooMany = tally.broken() > config.maxFailedFraction() * total;
    List<String> notes = new ArrayList<>(unreadable(tally));
    if (tooMany) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%d of %d files could not be read or hold no readable picture, more than"
                  + " analyze.max-failed-fraction = %s; the report lists them",
              tally.broken(),
              total,
              config.maxFailedFraction()));
    }
    return new JobReport(
        done,
        analyzed,
        input,
        output,
        notes,
        tooMany ? ExitCode.TOO_MANY_FAILURES : ExitCode.SUCCESS);
  }

  /** Failures that last are said each time, and are no reason to end with another code. */
  private static List<String> unreadable(Tally tally) {
    long files = tally.failedAsBefore();
    return files == 0
        ? List.of()
        : List.of(
            files == 1
                ? "1 file could again not be read, as in the last run; the report lists it"
                : files
                    + " files could again not be read, as in the last run; the report lists them");
  }
}
