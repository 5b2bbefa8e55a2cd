package io.lumina.analyze;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.lumina.analyze.identity.Identities;
import io.lumina.analyze.identity.StrayChecksums;
import io.lumina.analyze.read.AnalyzeConfig;
import io.lumina.analyze.read.ReadFiles;
import io.lumina.analyze.read.SourceMeter;
import io.lumina.analyze.read.WorkRows;
import io.lumina.job.HadoopSettings;
import io.lumina.job.JobContext;
import io.lumina.store.Store;
import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.ReadAs;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.storage.StorageLevel;

/** Reads the files of one batch and commits what they gave: contents first, then the files. */
final class BatchRun {
  private static final String[] FILE_SIZE = {FilesTable.SIZE_BYTES};
  private static final String AS = "as";
  private static final String FIRST = "first_format";

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
        withKnown(files.filter(inBatch).withColumn(WorkRows.PARTITION, task), batch)
            .repartitionById(batch.tasks(), col(WorkRows.PARTITION))
            .drop(WorkRows.PARTITION)
            .sortWithinPartitions(
                col(FilesTable.SIZE_BYTES),
                col(WorkRows.KNOWN).isNull(),
                col(FilesTable.SOURCE_PATH))
            .mapPartitions(
                new ReadFiles(config, hadoop, meter, batch.cutsBuckets()),
                Encoders.row(WorkRows.READ))
            .persist(StorageLevel.DISK_ONLY());
    try {
      Tally tally = Tally.of(read);
      if (tally.contents() > 0) {
        write(DerivedColumns.of(contents(read, batch), context.runId()));
      }
      if (tally.news() == 0) {
        return tally;
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

  /**
   * Gives the ids that a run which died could not give.
   *
   * @return whether a file is another one now; one that still waits for another is none
   */
  boolean identify() {
    Dataset<Row> files = files().select(Identities.columns());
    Dataset<Row> given = identified(files).select(Identities.columns());
    boolean differs = !given.exceptAll(files).isEmpty() || !files.exceptAll(given).isEmpty();
    if (differs) {
      replace(given);
    }
    return differs;
  }

  private Dataset<Row> identified(Dataset<Row> files) {
    return mayFollow
        ? new Identities(context.catalogId(), context.runId(), store.read(AssetsTable.SPEC))
            .given(files)
        : Identities.kept(files);
  }

  private Dataset<Row> files() {
    return store.read(FilesTable.SPEC, store.version(FilesTable.SPEC), context.catalogId());
  }

  private void replace(Dataset<Row> files) {
    store.replace(FilesTable.SPEC, context.catalogId(), files, context.runId());
  }

  /**
   * With the contents of the same sizes that are known, sent to the tasks that read these sizes.
   */
  private Dataset<Row> withKnown(Dataset<Row> files, Batch batch) {
    Dataset<Row> toRead = files.withColumn(WorkRows.KNOWN, lit(null).cast(WorkRows.KNOWN_CONTENT));
    if (store.version(AssetsTable.SPEC) == 0) {
      return toRead;
    }
    Dataset<Row> known =
        store
            .read(AssetsTable.SPEC)
            .join(files.select(FilesTable.SIZE_BYTES), FILE_SIZE, "left_semi")
            .select(
                col(FilesTable.SIZE_BYTES),
                explode(TasksOfSize.in(batch)).alias(WorkRows.PARTITION),
                struct(col(AssetsTable.SHA256), col(AssetsTable.FORMAT), col(AssetsTable.READ_AS))
                    .alias(WorkRows.KNOWN));
    return toRead.unionByName(known, true);
  }

  private static Dataset<Row> contents(Dataset<Row> read, Batch batch) {
    Dataset<Row> rows = read.filter(col(WorkRows.ASSET).isNotNull());
    return batch.cutsBuckets()
        ? onceEach(rows.select(col(WorkRows.ASSET + ".*"), ReadAs.column().alias(AS)))
        : rows.select(col(WorkRows.ASSET + ".*"));
  }

  /** What several tasks read of one content, without knowing of each other. */
  private static Dataset<Row> onceEach(Dataset<Row> contents) {
    Column plain = col(AssetsTable.READ_AS).isNull();
    Column first =
        min(when(plain, col(AssetsTable.FORMAT))).over(Window.partitionBy(AssetsTable.SHA256));
    return contents
        .withColumn(FIRST, first)
        .withColumn(
            AssetsTable.READ_AS,
            when(plain.and(col(AssetsTable.FORMAT).notEqual(col(FIRST))), col(AS))
                .otherwise(col(AssetsTable.READ_AS)))
        .drop(FIRST, AS)
        .dropDuplicates(AssetsTable.SHA256, AssetsTable.READ_AS);
  }
}
