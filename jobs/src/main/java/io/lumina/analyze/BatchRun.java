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
  private final boolean mayFollow;
  private final Store store;
  private final HadoopSettings hadoop;

  /**
   * The batches of one run.
   *
   * @param mayFollow whether an id may go from one file to another
   */
  BatchRun(AnalyzeConfig config, JobContext context, SourceMeter meter, boolean mayFollow) {
    this.config = config;
    this.context = context;
    this.meter = meter;
    this.mayFollow = mayFollow;
    this.store = context.store();
    this.hadoop = new HadoopSettings(store.spark().sparkContext().hadoopConfiguration());
  }

  /**
   * Reads a batch.
   *
   * @param isLast whether all contents are known then, so that the files get their ids
   */
  Tally of(Batch batch, boolean isLast) {
    Dataset<Row> files = files();
    Column task = TaskOfFile.in(batch);
    Column inBatch = config.scope().isToRead().and(task.isNotNull());
    long readBefore = meter.files();
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
        write(DerivedColumns.of(contents(read, batch), context.runId()));
      }
      Dataset<Row> others = files.filter(not(inBatch));
      Dataset<Row> all =
          others.select(Identities.columns()).unionByName(read.select(Identities.columns()));
      replace(isLast ? identified(all) : all);
      if (meter.files() - readBefore > tally.files()) {
        new StrayChecksums(store, context.catalogId()).forget(context.runId());
      }
      return tally;
    } finally {
      read.unpersist();
    }
  }

  private void write(Dataset<Row> contents) {
    switch (config.scope()) {
      case NEW -> store.append(AssetsTable.SPEC, contents, context.runId());
      case EVERYTHING -> store.merge(AssetsTable.SPEC, contents, context.runId());
    }
  }

  /** Gives the ids that a run which died could not give. */
  void identify() {
    replace(identified(files()));
  }

  private Dataset<Row> identified(Dataset<Row> files) {
    return mayFollow
        ? new Identities(context.catalogId(), context.runId()).given(files)
        : Identities.kept(files);
  }

  private Dataset<Row> files() {
    return store.read(FilesTable.SPEC, store.version(FilesTable.SPEC), context.catalogId());
  }

  private void replace(Dataset<Row> files) {
    store.replace(FilesTable.SPEC, context.catalogId(), files, context.runId());
  }

  /** With the checksums of the contents of the same size that need not be read again. */
  private Dataset<Row> withKnown(Dataset<Row> files) {
    if (config.scope() == Scope.EVERYTHING || store.version(AssetsTable.SPEC) == 0) {
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
