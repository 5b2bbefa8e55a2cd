package io.lumina.analyze;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import io.lumina.job.ExitCode;
import io.lumina.job.HadoopSettings;
import io.lumina.job.Job;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.store.Store;
import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;

/**
 * Reads each new content once. Work is committed in batches: a run that dies loses one, and the
 * next run goes on from there.
 */
public final class AnalyzeJob implements Job<AnalyzeConfig> {
  private static final long COST_OF_OPENING = 64 << 10;

  @Override
  public String type() {
    return "analyze";
  }

  @Override
  public JobReport run(AnalyzeConfig config, JobContext context) {
    Store store = context.store();
    long version = store.version(FilesTable.SPEC);
    Map<String, Long> input = Map.of(FilesTable.SPEC.name(), version);
    Dataset<Row> files = store.read(FilesTable.SPEC, version, context.catalogId());
    Dataset<Row> pending = files.filter(isPending());
    Row load =
        pending.agg(count(lit(1)), sum(col(FilesTable.SIZE_BYTES).plus(COST_OF_OPENING))).first();
    long total = load.getLong(0);
    context.progress().total(total);
    if (total == 0) {
      return JobReport.nothingToDo(Tally.NOTHING.counts(), input);
    }
    long batches = 1 + load.getLong(1) / config.batchBytes();
    LongAccumulator filesRead = store.spark().sparkContext().longAccumulator("files read");
    Tally tally = Tally.NOTHING;
    ProgressPoll poll = new ProgressPoll(filesRead, total, context.progress());
    try (poll) {
      for (long batch = 0; batch < batches; batch++) {
        // Files of one size fall into one batch: copies meet, and are decoded once.
        Column turn = pmod(xxhash64(col(FilesTable.SIZE_BYTES)), lit(batches));
        tally =
            tally.plus(
                batch(config, context, files, pending.filter(turn.equalTo(batch)), filesRead));
      }
    }
    return report(config, total, tally, input, store);
  }

  private static Column isPending() {
    return col(FilesTable.STATE).equalTo(FilesTable.PRESENT).and(col(FilesTable.SHA256).isNull());
  }

  private static Tally batch(
      AnalyzeConfig config,
      JobContext context,
      Dataset<Row> files,
      Dataset<Row> pending,
      LongAccumulator filesRead) {
    Store store = context.store();
    Dataset<Row> assets = store.read(AssetsTable.SPEC);
    Dataset<Row> known =
        assets
            .groupBy(AssetsTable.SIZE_BYTES)
            .agg(collect_set(AssetsTable.SHA256).alias(WorkRows.KNOWN));
    Dataset<Row> toRead =
        pending
            .select(WorkRows.SOURCE_PATH, WorkRows.SIZE_BYTES, WorkRows.ROLE)
            .join(known, new String[] {WorkRows.SIZE_BYTES}, "left_outer");
    HadoopSettings hadoop = new HadoopSettings(store.spark().sparkContext().hadoopConfiguration());
    Dataset<Row> read =
        WorkPlan.spread(toRead, store.spark().sparkContext().defaultParallelism())
            .mapPartitions(new ReadFiles(config, hadoop, filesRead), Encoders.row(WorkRows.READ))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Tally tally = Tally.of(read);
      Dataset<Row> contents =
          read.filter(col(WorkRows.ASSET).isNotNull())
              .select(col(WorkRows.ASSET + ".*"))
              .dropDuplicates(AssetsTable.SHA256)
              .join(assets, new String[] {AssetsTable.SHA256}, "left_anti");
      if (tally.contents() > 0) {
        store.append(
            AssetsTable.SPEC, DerivedColumns.of(contents, context.runId()), context.runId());
      }
      if (tally.files() > 0) {
        store.merge(
            FilesTable.SPEC, context.catalogId(), FileChanges.of(files, read), context.runId());
      }
      return tally;
    } finally {
      read.unpersist();
    }
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
