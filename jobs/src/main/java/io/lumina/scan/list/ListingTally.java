package io.lumina.scan.list;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.lumina.table.ListingRows;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a listing holds beside files.
 *
 * @param others files whose extension is not listed
 * @param skipped what was not looked at, by reason
 */
public record ListingTally(long others, SortedMap<String, Skipped> skipped) {

  /**
   * What was not looked at for one reason.
   *
   * @param example the first path
   */
  public record Skipped(long count, String example) {
    Skipped and(String path) {
      return new Skipped(count + 1, path.compareTo(example) < 0 ? path : example);
    }
  }

  public ListingTally {
    skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
  }

  /** Counts rows of {@link ListingRows}. */
  public static ListingTally of(List<Row> listing) {
    long others = 0;
    SortedMap<String, Skipped> skipped = new TreeMap<>();
    for (Row row : listing) {
      String kind = row.getAs(ListingRows.KIND);
      String path = row.getAs(ListingRows.SOURCE_PATH);
      if (kind.equals(ListingRows.OTHER)) {
        others++;
      } else if (kind.equals(ListingRows.PROBLEM)) {
        skipped.compute(
            row.<String>getAs(ListingRows.REASON),
            (reason, known) -> known == null ? new Skipped(1, path) : known.and(path));
      }
    }
    return new ListingTally(others, skipped);
  }

  /** Counts rows of {@link ListingRows}. */
  public static ListingTally of(Dataset<Row> listing) {
    long others = 0;
    SortedMap<String, Skipped> skipped = new TreeMap<>();
    for (Row row :
        listing
            .filter(col(ListingRows.KIND).isin(ListingRows.OTHER, ListingRows.PROBLEM))
            .groupBy(ListingRows.REASON)
            .agg(count(lit(1)), min(ListingRows.SOURCE_PATH))
            .collectAsList()) {
      if (row.isNullAt(0)) {
        others = row.getLong(1);
      } else {
        skipped.put(row.getString(0), new Skipped(row.getLong(1), row.getString(2)));
      }
    }
    return new ListingTally(others, skipped);
  }

  public boolean has(String reason) {
    return skipped.containsKey(reason);
  }
}
