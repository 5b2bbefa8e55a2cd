package io.lumina.analyze;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.lumina.analyze.identity.Identities;
import io.lumina.analyze.read.Scope;
import io.lumina.table.FilesTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What there is to read, cut into batches. Files of one size fall into one bucket and buckets are
 * not cut by batches: the copies of a content meet, and it is decoded once.
 *
 * @param files to read
 * @param batches in the order to read them; none when there are no files
 * @param mayFollow whether an id may go from one file to another
 * @param isOpen whether a run died before it gave ids to files that it had read
 */
record WorkPlan(long files, List<Batch> batches, boolean mayFollow, boolean isOpen) {
  private static final int BUCKETS = 4096;
  private static final String BUCKET = "bucket";

  /** Sizes of a listing need not be true, and their sum is to stay a number. */
  private static final long MOST = 1L << 40;

  WorkPlan {
    batches = List.copyOf(batches);
  }

  /** The bucket of a file, by its size. */
  static Column bucket() {
    return pmod(xxhash64(size()), lit(BUCKETS)).cast("int");
  }

  /**
   * Plans the reading of a catalog's files.
   *
   * @param scope which of them
   * @param batchBytes about as much is in a batch
   * @param cores that will read
   */
  static WorkPlan of(Dataset<Row> files, Scope scope, long batchBytes, int cores) {
    List<Row> groups =
        files
            .filter(scope.isToRead().or(Identities.mayLeave()).or(Identities.isOpen()))
            .groupBy(when(scope.isToRead(), bucket()).alias(BUCKET))
            .agg(
                sum(least(size(), lit(MOST)).plus(BucketLoad.COST_OF_OPENING)),
                count(lit(1)),
                bool_or(Identities.mayLeave()),
                bool_or(Identities.isOpen()))
            .collectAsList();
    List<BucketLoad> loads = new ArrayList<>();
    // Read again, a file may turn out to hold another content than anybody knew.
    boolean mayFollow = scope == Scope.EVERYTHING;
    boolean isOpen = false;
    for (Row group : groups) {
      mayFollow |= group.getBoolean(3);
      isOpen |= group.getBoolean(4);
      if (!group.isNullAt(0)) {
        loads.add(new BucketLoad(group.getInt(0), group.getLong(1), group.getLong(2)));
      }
    }
    loads.sort(Comparator.comparingInt(BucketLoad::bucket));
    long count = loads.stream().mapToLong(BucketLoad::files).sum();
    return new WorkPlan(count, batches(loads, batchBytes, cores), mayFollow, isOpen);
  }

  /** Fills one batch after the other. */
  static List<Batch> batches(List<BucketLoad> loads, long batchBytes, int cores) {
    List<Batch> batches = new ArrayList<>();
    List<BucketLoad> filling = new ArrayList<>();
    long cost = 0;
    for (BucketLoad load : loads) {
      filling.add(load);
      cost += load.cost();
      if (cost >= batchBytes) {
        batches.add(Batch.of(filling, cores));
        filling.clear();
        cost = 0;
      }
    }
    if (!filling.isEmpty()) {
      batches.add(Batch.of(filling, cores));
    }
    return batches;
  }

  /** A listing may lack sizes. */
  private static Column size() {
    return coalesce(col(FilesTable.SIZE_BYTES), lit(0L));
  }
}
