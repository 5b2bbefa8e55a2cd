package io.lumina.scan.compare;

import static io.lumina.scan.compare.ListingDiff.is;
import static io.lumina.scan.compare.ListingDiff.now;
import static io.lumina.scan.compare.ListingDiff.old;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.FilesTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Sizes and times that tell nothing: several known files with different contents have them, and one
 * of these came or went. Which of them lies where, only reading says.
 */
final class SharedStamps {
  private static final String STAMP = "stamp";
  private static final String ARRIVED = "arrived";
  private static final String VANISHED = "vanished";
  private static final String NAME = "name";
  private static final String FILES = "files";
  private static final String KNOWN = "known";
  private static final String READ = "read";
  private static final String CONTENTS = "contents";

  private SharedStamps() {}

  /** The pairs of {@link ListingDiff#byPath}; files of such a size and time are doubted. */
  static Dataset<Row> doubted(Dataset<Row> pairs) {
    Dataset<Row> touched =
        pairs
            .filter(is(Change.MISSING).or(is(Change.BACK)))
            .select(stamp(ListingDiff.OLD).alias(STAMP))
            .filter(col(STAMP).isNotNull())
            .distinct();
    Dataset<Row> shared =
        pairs
            .filter(col(ListingDiff.OLD).isNotNull())
            .select(
                stamp(ListingDiff.OLD).alias(STAMP),
                name().alias(NAME),
                old(FilesTable.SHA256).alias(FilesTable.SHA256))
            .join(touched, new String[] {STAMP}, "left_semi")
            .groupBy(STAMP)
            .agg(
                countDistinct(col(NAME)).alias(FILES),
                count(lit(1)).alias(KNOWN),
                count(col(FilesTable.SHA256)).alias(READ),
                countDistinct(col(FilesTable.SHA256)).alias(CONTENTS))
            .filter(isAmbiguous())
            .select(col(STAMP).alias(CONTENTS));
    return pairs
        .join(shared, stamp(ListingDiff.NOW).equalTo(col(CONTENTS)), "left_outer")
        .withColumn(
            ListingDiff.CHANGE,
            when(col(CONTENTS).isNotNull().and(believed()), lit(Change.DOUBTED.name()))
                .otherwise(col(ListingDiff.CHANGE)))
        .drop(CONTENTS);
  }

  /**
   * Of vanished and new files the pairs whose size and time say that they may be one: all that is
   * known with them is one content, and no more arrived than vanished.
   *
   * @param moved pairs with {@link ListingDiff#OLD} and {@link ListingDiff#NOW}
   * @param pairs all of them
   */
  static Dataset<Row> certain(Dataset<Row> moved, Dataset<Row> pairs) {
    Dataset<Row> wanted = moved.select(stamp(ListingDiff.OLD).alias(STAMP)).distinct();
    Dataset<Row> known =
        pairs
            .filter(col(ListingDiff.OLD).isNotNull())
            .select(
                stamp(ListingDiff.OLD).alias(STAMP),
                lit(1).alias(KNOWN),
                name().alias(NAME),
                old(FilesTable.SHA256).alias(FilesTable.SHA256),
                is(Change.MISSING).alias(VANISHED),
                lit(false).alias(ARRIVED));
    Dataset<Row> arrived =
        pairs
            .filter(is(Change.NEW).or(is(Change.CHANGED)))
            .select(
                stamp(ListingDiff.NOW).alias(STAMP),
                lit(null).cast("int").alias(KNOWN),
                lit(null).cast("string").alias(NAME),
                lit(null).cast("string").alias(FilesTable.SHA256),
                lit(false).alias(VANISHED),
                lit(true).alias(ARRIVED));
    Dataset<Row> certain =
        known
            .union(arrived)
            .join(wanted, new String[] {STAMP}, "left_semi")
            .groupBy(STAMP)
            .agg(
                countDistinct(col(NAME)).alias(FILES),
                count(col(KNOWN)).alias(KNOWN),
                count(col(FilesTable.SHA256)).alias(READ),
                countDistinct(col(FilesTable.SHA256)).alias(CONTENTS),
                count_if(col(ARRIVED)).alias(ARRIVED),
                count_if(col(VANISHED)).alias(VANISHED))
            .filter(not(isAmbiguous()).and(col(ARRIVED).leq(col(VANISHED))))
            .select(STAMP);
    return moved.join(certain, stamp(ListingDiff.OLD).equalTo(col(STAMP)), "left_semi");
  }

  /** Several files, and not all of one content that is known. */
  private static Column isAmbiguous() {
    return col(FILES).gt(1).and(col(CONTENTS).notEqual(1).or(col(READ).lt(col(KNOWN))));
  }

  /** What a known file is called, the same for all names of one. */
  private static Column name() {
    return coalesce(old(FilesTable.FILE_KEY), old(FilesTable.SOURCE_PATH));
  }

  private static Column believed() {
    return is(Change.UNCHANGED).or(is(Change.RELINKED)).or(is(Change.BACK));
  }

  /** Size and time of one side of a pair; null for a side that is not there or has no time. */
  private static Column stamp(String side) {
    Column time =
        side.equals(ListingDiff.OLD) ? old(FilesTable.MODIFIED_AT) : now(FilesTable.MODIFIED_AT);
    Column size =
        side.equals(ListingDiff.OLD) ? old(FilesTable.SIZE_BYTES) : now(FilesTable.SIZE_BYTES);
    return when(
        time.isNotNull(),
        struct(size.alias(FilesTable.SIZE_BYTES), time.alias(FilesTable.MODIFIED_AT)));
  }
}
