package io.lumina.analyze;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import io.lumina.analyze.read.AnalyzeConfig;
import io.lumina.analyze.read.ReadFiles;
import io.lumina.analyze.read.SourceMeter;
import io.lumina.analyze.read.WorkRows;
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

/**
 * Reads again what could not be looked at. Only rows of contents are written: the files are what
 * they were, and one that cannot be read just now is left for another night.
 */
final class SecondLookRun {
  private static final int FILES_OF_A_TASK = 4;
  private static final int TASKS_PER_CORE = 16;

  private final AnalyzeConfig config;
  private final JobContext context;
  private final SourceMeter meter;

  SecondLookRun(AnalyzeConfig config, JobContext context, SourceMeter meter) {
    this.config = config;
    this.context = context;
    this.meter = meter;
  }

  /** How many of them were read, and how many have been looked at by now. */
  Analyzed.Looked of(SecondLooks looks) {
    long batches = Math.min(looks.files(), 1 + looks.bytes() / config.batchBytes());
    Column batch = pmod(xxhash64(col(FilesTable.SHA256)), lit(batches));
    long healed = 0;
    for (long i = 0; i < batches; i++) {
      healed += read(looks, batch.equalTo(i), looks.files() / batches);
    }
    return new Analyzed.Looked(looks.files(), healed);
  }

  private long read(SecondLooks looks, Column inBatch, long files) {
    Store store = context.store();
    int cores = store.spark().sparkContext().defaultParallelism();
    int tasks = (int) Math.max(1, Math.min(files / FILES_OF_A_TASK, (long) TASKS_PER_CORE * cores));
    HadoopSettings hadoop = new HadoopSettings(store.spark().sparkContext().hadoopConfiguration());
    Dataset<Row> read =
        looks
            .contents()
            .filter(inBatch)
            .withColumn(WorkRows.KNOWN, lit(null).cast(WorkRows.KNOWN_CONTENT))
            .repartition(tasks)
            .mapPartitions(new ReadFiles(config, hadoop, meter, false), Encoders.row(WorkRows.READ))
            .persist(StorageLevel.DISK_ONLY());
    try {
      Dataset<Row> seen = looks.seen(read);
      Row counts = seen.agg(count(lit(1)), count_if(col(AssetsTable.HINDRANCE).isNull())).first();
      if (counts.getLong(0) > 0) {
        store.merge(AssetsTable.SPEC, DerivedColumns.of(seen, context.runId()), context.runId());
      }
      return counts.getLong(1);
    } finally {
      read.unpersist();
    }
  }
}
