package io.lumina.analyze;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.lumina.job.HadoopSettings;
import io.lumina.job.JobContext;
import io.lumina.store.Store;
import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Reads the files of one batch and commits what they gave: contents first, then the files. */
final class BatchRun {
  private final AnalyzeConfig config;
  private final JobContext context;
  private final SourceMeter meter;
  private final boolean hasGone;
  private final Store store;
  private final HadoopSettings hadoop;

  /**
   * The batches of one run.
   *
   * @param hasGone whether a file may be one that is missing elsewhere
   */
  BatchRun(AnalyzeConfig config, JobContext context, SourceMeter meter, boolean hasGone) {
    this.config = config;
    this.context = context;
    this.meter = meter;
    this.hasGone = hasGone;
    this.store = context.store();
    this.hadoop = new HadoopSettings(store.spark().sparkContext().hadoopConfiguration());
  }

  Tally of(Batch batch) {
    Dataset<Row> files =
        store.read(FilesTable.SPEC, store.version(FilesTable.SPEC), context.catalogId());
    Column task = TaskOfFile.in(batch);
    Column inBatch = WorkPlan.isPending().and(task.isNotNull());
    // On disk: the heap is for the files that are read.
    Dataset<Row> read =
        withKnown(files.filter(inBatch))
            .withColumn(WorkRows.PARTITION, task)
            .repartitionById(batch.tasks(), col(WorkRows.PARTITION))
            .drop(WorkRows.PARTITION)
            .sortWithinPartitions(FilesTable.SIZE_BYTES, FilesTable.SOURCE_PATH)
            .mapPartitions(new ReadFiles(config, hadoop, meter), Encoders.row(WorkRows.READ))
            .persist(StorageLevel.DISK_ONLY());
    try {
      Tally tally = Tally.of(read);
      if (tally.contents() > 0) {
        Dataset<Row> contents = contents(read, batch);
        store.append(
            AssetsTable.SPEC, DerivedColumns.of(contents, context.runId()), context.runId());
      }
      Dataset<Row> others = files.filter(not(inBatch));
      store.replace(
          FilesTable.SPEC,
          context.catalogId(),
          hasGone ? FileChanges.withAdoptions(others, read) : FileChanges.of(others, read),
          context.runId());
      return tally;
    } finally {
      read.unpersist();
    }
  }

  /** With the checksums of the contents of the same size that were read before. */
  private Dataset<Row> withKnown(Dataset<Row> files) {
    if (store.version(AssetsTable.SPEC) == 0) {
      return files.withColumn(WorkRows.KNOWN, lit(null).cast("array<string>"));
    }
    Dataset<Row> known =
        store
            .read(AssetsTable.SPEC)
            .groupBy(AssetsTable.SIZE_BYTES)
            .agg(collect_set(AssetsTable.SHA256).alias(WorkRows.KNOWN));
    return files.join(known, new String[] {FilesTable.SIZE_BYTES}, "left_outer");
  }

  private static Dataset<Row> contents(Dataset<Row> read, Batch batch) {
    Dataset<Row> contents =
        read.filter(col(WorkRows.ASSET).isNotNull()).select(col(WorkRows.ASSET + ".*"));
    return batch.cutsBuckets() ? contents.dropDuplicates(AssetsTable.SHA256) : contents;
  }
}
