package io.lumina.analyze;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Spreads files over tasks by bytes, not by count, and keeps files of one size together, so that a
 * task meets the copies of a content and decodes it once. The largest bucket goes to the least
 * loaded task first; a bucket that is too large for one task is cut.
 */
final class WorkPlan {
  private static final int BUCKETS = 4096;

  /** What opening a file costs, in bytes that could be read meanwhile. */
  private static final long COST_OF_OPENING = 256 << 10;

  private static final long COST_OF_A_TASK = 128L << 20;
  private static final int TASKS_PER_CORE = 4;
  private static final String BUCKET = "bucket";
  private static final String PARTITIONS = "partitions";
  private static final StructType ASSIGNMENT =
      new StructType()
          .add(BUCKET, DataTypes.LongType)
          .add(PARTITIONS, DataTypes.createArrayType(DataTypes.IntegerType));

  private WorkPlan() {}

  /**
   * The files, spread over partitions and ordered by size in each.
   *
   * @param files with the columns of {@link WorkRows#TO_READ} but the partition
   * @param cores that will read
   */
  static Dataset<Row> spread(Dataset<Row> files, int cores) {
    Column bucket = pmod(xxhash64(col(WorkRows.SIZE_BYTES)), lit(BUCKETS));
    Dataset<Row> bucketed = files.withColumn(BUCKET, bucket);
    List<Row> loads =
        bucketed
            .groupBy(BUCKET)
            .agg(
                sum(col(WorkRows.SIZE_BYTES).plus(COST_OF_OPENING)).alias("cost"),
                count(lit(1)).alias("files"))
            .collectAsList();
    List<Row> assignment = assign(loads, cores);
    int partitions = tasks(loads, cores);
    Dataset<Row> plan = broadcast(files.sparkSession().createDataFrame(assignment, ASSIGNMENT));
    Column turn =
        pmod(xxhash64(col(WorkRows.SOURCE_PATH)), size(col(PARTITIONS))).plus(1).cast("int");
    return bucketed
        .join(plan, BUCKET)
        .withColumn(WorkRows.PARTITION, element_at(col(PARTITIONS), turn))
        .drop(BUCKET, PARTITIONS)
        .repartitionById(partitions, col(WorkRows.PARTITION))
        .sortWithinPartitions(WorkRows.SIZE_BYTES, WorkRows.SOURCE_PATH);
  }

  /** Rows of (bucket, cost, files) in, rows of (bucket, partitions) out. */
  static List<Row> assign(List<Row> loads, int cores) {
    long cost = loads.stream().mapToLong(row -> row.getLong(1)).sum();
    int tasks = tasks(loads, cores);
    long fairShare = Math.max(1, cost / tasks);
    PriorityQueue<long[]> leastLoaded =
        new PriorityQueue<>(
            Comparator.<long[]>comparingLong(task -> task[0]).thenComparingLong(task -> task[1]));
    for (int task = 0; task < tasks; task++) {
      leastLoaded.add(new long[] {0, task});
    }
    List<Row> largestFirst = new ArrayList<>(loads);
    largestFirst.sort(
        Comparator.<Row>comparingLong(row -> -row.getLong(1)).thenComparing(row -> row.getLong(0)));
    List<Row> assignment = new ArrayList<>();
    for (Row load : largestFirst) {
      int pieces =
          (int)
              Math.max(1, Math.min(Math.min(tasks, load.getLong(2)), load.getLong(1) / fairShare));
      Integer[] partitions = new Integer[pieces];
      for (int piece = 0; piece < pieces; piece++) {
        long[] task = leastLoaded.poll();
        partitions[piece] = (int) task[1];
        task[0] += load.getLong(1) / pieces;
        leastLoaded.add(task);
      }
      assignment.add(RowFactory.create(load.getLong(0), partitions));
    }
    return assignment;
  }

  private static int tasks(List<Row> loads, int cores) {
    long cost = loads.stream().mapToLong(row -> row.getLong(1)).sum();
    long files = loads.stream().mapToLong(row -> row.getLong(2)).sum();
    long wanted = Math.max((long) cores * TASKS_PER_CORE, cost / COST_OF_A_TASK);
    return (int) Math.max(1, Math.min(files, wanted));
  }
}
