package io.lumina.scan.list;

import static org.apache.spark.sql.functions.col;

import io.lumina.table.ListingRows;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a scan found.
 *
 * @param rows {@link ListingRows} without directories
 * @param isSmall whether the driver found it alone: one task is enough to compare it
 * @param summed tells it from others, when that is asked
 */
public record Listing(
    Dataset<Row> rows, ListingTally tally, boolean isSmall, Supplier<ListingDigest> summed) {

  /** A listing that lies in storage. */
  public static Listing of(Dataset<Row> rows) {
    return new Listing(rows, ListingTally.of(rows), false, () -> ListingDigest.of(rows));
  }

  /** A listing that the driver holds. */
  static Listing small(SparkSession spark, List<Row> rows) {
    return new Listing(
        spark.createDataFrame(rows, ListingRows.SCHEMA).coalesce(1),
        ListingTally.of(rows),
        true,
        () -> ListingDigest.of(rows));
  }

  /** Tells it from others. */
  public ListingDigest digest() {
    return summed.get();
  }

  /** The files that belong to the catalog. */
  public Dataset<Row> files() {
    return rows.filter(col(ListingRows.KIND).equalTo(ListingRows.FILE));
  }

  /** What was not looked at for one of these reasons. */
  public Dataset<Row> problems(String... reasons) {
    return rows.filter(col(ListingRows.REASON).isin((Object[]) reasons));
  }
}
