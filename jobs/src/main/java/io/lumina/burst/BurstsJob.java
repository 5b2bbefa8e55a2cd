package io.lumina.burst;

import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.table.BurstsTable;
import io.lumina.table.ImagesView;
import io.lumina.table.ShotsTable;
import io.lumina.table.TableSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/** Finds shots and bursts of a catalog and writes them where they changed. */
public final class BurstsJob {
  private final Dataset<Row> images;
  private final Map<String, Long> inputVersions;

  /**
   * A job over the pictures of one catalog.
   *
   * @param images rows of {@link ImagesView} of the catalog of the context
   * @param inputVersions Delta version of each table that the rows come from
   */
  public BurstsJob(Dataset<Row> images, Map<String, Long> inputVersions) {
    this.images = Objects.requireNonNull(images, "images");
    this.inputVersions = Map.copyOf(inputVersions);
  }

  public JobReport run(BurstsConfig config, JobContext context) {
    context.progress().total(2);
    Dataset<Row> shots = Shots.of(images).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Dataset<Row> bursts =
          Bursts.of(images, shots, config).persist(StorageLevel.MEMORY_AND_DISK());
      try {
        return write(shots, bursts, context);
      } finally {
        bursts.unpersist();
      }
    } finally {
      shots.unpersist();
    }
  }

  private JobReport write(Dataset<Row> shots, Dataset<Row> bursts, JobContext context) {
    Map<String, Long> written = new LinkedHashMap<>();
    writeIfChanged(ShotsTable.SPEC, shots, context, written);
    context.progress().current(1);
    writeIfChanged(BurstsTable.SPEC, bursts, context, written);
    context.progress().current(2);
    BurstsFound found =
        new BurstsFound(
            distinct(shots, ShotsTable.SHOT_ID),
            shots.count(),
            distinct(bursts, BurstsTable.BURST_ID),
            bursts.count());
    return new JobReport(written.size(), found, inputVersions, written, List.of());
  }

  private static void writeIfChanged(
      TableSpec table, Dataset<Row> rows, JobContext context, Map<String, Long> written) {
    long version = context.store().version(table);
    Dataset<Row> stored = context.store().read(table, version, context.catalogId());
    if (!rows.exceptAll(stored).isEmpty() || !stored.exceptAll(rows).isEmpty()) {
      written.put(
          table.name(), context.store().replace(table, context.catalogId(), rows, context.runId()));
    }
  }

  private static long distinct(Dataset<Row> rows, String column) {
    return rows.select(functions.countDistinct(functions.col(column))).first().getLong(0);
  }
}
