package io.lumina.scan.compare;

import static io.lumina.scan.compare.ListingDiff.is;
import static io.lumina.scan.compare.ListingDiff.now;
import static io.lumina.scan.compare.ListingDiff.old;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.failure.Printable;
import io.lumina.table.FilesTable;
import io.lumina.table.ListingRows;
import java.math.BigDecimal;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Stops a run when a large part of a source directory vanished: more often a disk that is not
 * mounted than a person who cleaned up. A file that vanished while one of its size and time
 * appeared under another name was most likely renamed, and does not count.
 */
public final class DisappearanceGuard {
  private static final String KNOWN = "known";
  private static final String GONE = "gone";
  private static final String RENAMED = "renamed";
  private static final String ARRIVED = "arrived";

  private final double maxMissingFraction;

  public DisappearanceGuard(double maxMissingFraction) {
    this.maxMissingFraction = maxMissingFraction;
  }

  /**
   * Looks at every root.
   *
   * @param pairs the pairs of {@link ListingDiff}, moves known
   * @throws LuminaException with {@link ExitCode#SAFETY_GUARD}
   */
  public void check(Dataset<Row> pairs) {
    Dataset<Row> losses =
        pairs
            .filter(old(FilesTable.STATE).equalTo(FilesTable.PRESENT))
            .groupBy(old(FilesTable.ROOT).alias(FilesTable.ROOT))
            .agg(count(lit(1)).alias(KNOWN), count_if(is(Change.MISSING)).alias(GONE))
            .filter(col(GONE).gt(col(KNOWN).multiply(maxMissingFraction)));
    // Only a loss that looks too large is worth the search for renamed files.
    if (losses.isEmpty()) {
      return;
    }
    losses
        .join(renamed(pairs), FilesTable.ROOT)
        .withColumn(GONE, col(GONE).minus(col(RENAMED)))
        .filter(col(GONE).gt(col(KNOWN).multiply(maxMissingFraction)))
        .orderBy(FilesTable.ROOT)
        .select(FilesTable.ROOT, KNOWN, GONE)
        .takeAsList(1)
        .forEach(this::stop);
  }

  /** For each root how many of its missing files may be there under another name. */
  private static Dataset<Row> renamed(Dataset<Row> pairs) {
    Dataset<Row> gone =
        pairs
            .filter(is(Change.MISSING))
            .groupBy(
                old(FilesTable.ROOT).alias(FilesTable.ROOT),
                old(FilesTable.SIZE_BYTES).alias(FilesTable.SIZE_BYTES),
                old(FilesTable.MODIFIED_AT).alias(FilesTable.MODIFIED_AT))
            .agg(count(lit(1)).alias(GONE));
    Dataset<Row> arrived =
        pairs
            .filter(is(Change.NEW))
            .groupBy(
                now(ListingRows.SIZE_BYTES).alias(FilesTable.SIZE_BYTES),
                now(ListingRows.MODIFIED_AT).alias(FilesTable.MODIFIED_AT))
            .agg(count(lit(1)).alias(ARRIVED));
    String[] key = {FilesTable.SIZE_BYTES, FilesTable.MODIFIED_AT};
    return gone.join(arrived, key, "left_outer")
        .groupBy(FilesTable.ROOT)
        .agg(sum(least(col(GONE), coalesce(col(ARRIVED), lit(0L)))).alias(RENAMED));
  }

  private void stop(Row root) {
    throw new LuminaException(
        ExitCode.SAFETY_GUARD,
        root.getLong(2)
            + " of "
            + root.getLong(1)
            + " files under "
            + Printable.of(root.getString(0))
            + " vanished, more than "
            + BigDecimal.valueOf(100 * maxMissingFraction).stripTrailingZeros().toPlainString()
            + " % (scan.max-missing-fraction); nothing was marked missing. Is the disk mounted? If"
            + " the files are really gone, run again with --accept-missing");
  }
}
