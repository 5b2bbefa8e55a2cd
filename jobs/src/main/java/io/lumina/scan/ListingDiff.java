package io.lumina.scan;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.FilesTable;
import io.lumina.table.ListingRows;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Compares a listing with the files that a catalog knows: pairs of what was known and what is there
 * now. A file is the same when its path, size and modification time are. A new file that alone has
 * the name, size and time of a file that alone vanished with them was moved.
 */
final class ListingDiff {
  /** What was known: a row of {@link FilesTable}, null for a new file. */
  static final String OLD = "old";

  /** What is there: a row of {@link ListingRows} with its sidecars, null for a vanished file. */
  static final String NOW = "now";

  /** What happened: one of the names of {@link Change}. */
  static final String CHANGE = "change";

  private static final String KEY = "move_key";
  private static final String FOLDER = "unreadable_folder";

  private ListingDiff() {}

  /**
   * Pairs files by path.
   *
   * @param known rows of {@link FilesTable} of one catalog
   * @param listed files as {@link ListingRows}, with {@link FilesTable#SIDECARS}
   * @param unreadable folders that could not be listed ({@link ListingRows#SOURCE_PATH}): what is
   *     known below them is neither missing nor unchanged but unknown, and stays as it is
   * @return {@link #OLD}, {@link #NOW}, {@link #CHANGE}; no moves yet
   */
  static Dataset<Row> byPath(Dataset<Row> known, Dataset<Row> listed, Dataset<Row> unreadable) {
    Dataset<Row> old = known.select(struct("*").alias(OLD));
    Dataset<Row> now = listed.select(struct("*").alias(NOW));
    Dataset<Row> pairs =
        old.join(now, old(FilesTable.SOURCE_PATH).equalTo(now(ListingRows.SOURCE_PATH)), "outer");
    Dataset<Row> folders =
        broadcast(
            unreadable
                .select(concat(col(ListingRows.SOURCE_PATH), lit("/")).alias(FOLDER))
                .distinct());
    Dataset<Row> hidden =
        old.join(folders, old(FilesTable.SOURCE_PATH).startsWith(col(FOLDER)), "left_semi")
            .select(old(FilesTable.SOURCE_PATH).alias(FOLDER));
    return pairs
        .join(hidden, old(FilesTable.SOURCE_PATH).equalTo(col(FOLDER)), "left_outer")
        .select(col(OLD), col(NOW), change(col(FOLDER).isNotNull()).alias(CHANGE));
  }

  private static Column change(Column nobodyLooked) {
    Column isNew = col(OLD).isNull();
    Column gone = col(NOW).isNull();
    Column wasPresent = old(FilesTable.STATE).equalTo(FilesTable.PRESENT);
    Column same =
        now(ListingRows.SIZE_BYTES)
            .eqNullSafe(old(FilesTable.SIZE_BYTES))
            .and(now(ListingRows.MODIFIED_AT).eqNullSafe(old(FilesTable.MODIFIED_AT)));
    Column sameSidecars = now(FilesTable.SIDECARS).eqNullSafe(old(FilesTable.SIDECARS));
    return when(isNew, name(Change.NEW))
        .when(gone.and(wasPresent).and(nobodyLooked), name(Change.UNKNOWN))
        .when(gone.and(wasPresent), name(Change.MISSING))
        .when(gone, name(Change.STILL_MISSING))
        .when(not(same), name(Change.CHANGED))
        .when(not(wasPresent), name(Change.BACK))
        .when(not(sameSidecars), name(Change.RELINKED))
        .otherwise(name(Change.UNCHANGED));
  }

  /** Turns pairs of a vanished and a new file that are one and the same into a moved one. */
  static Dataset<Row> withMoves(Dataset<Row> pairs) {
    Dataset<Row> vanished = pairs.filter(is(Change.MISSING));
    Dataset<Row> arrived = pairs.filter(is(Change.NEW));
    Dataset<Row> moved =
        alone(vanished, OLD)
            .join(alone(arrived, NOW), KEY)
            .select(col(OLD), col(NOW), name(Change.MOVED).alias(CHANGE));
    Dataset<Row> movedFrom = moved.select(old(FilesTable.SOURCE_PATH).alias(KEY));
    Dataset<Row> movedTo = moved.select(now(ListingRows.SOURCE_PATH).alias(KEY));
    Dataset<Row> stillGone =
        vanished.join(movedFrom, old(FilesTable.SOURCE_PATH).equalTo(col(KEY)), "left_anti");
    Dataset<Row> reallyNew =
        arrived.join(movedTo, now(ListingRows.SOURCE_PATH).equalTo(col(KEY)), "left_anti");
    return pairs
        .filter(not(is(Change.MISSING).or(is(Change.NEW))))
        .unionByName(stillGone)
        .unionByName(reallyNew)
        .unionByName(moved);
  }

  /** The files of one side whose name, size and time no other file of that side has. */
  private static Dataset<Row> alone(Dataset<Row> pairs, String side) {
    Column key =
        struct(
            regexp_extract(col(side).getField(FilesTable.SOURCE_PATH), "[^/]*$", 0).alias("name"),
            col(side).getField(FilesTable.SIZE_BYTES).alias("size"),
            col(side).getField(FilesTable.MODIFIED_AT).alias("time"));
    return pairs
        .filter(col(side).getField(FilesTable.MODIFIED_AT).isNotNull())
        .groupBy(key.alias(KEY))
        .agg(first(col(side)).alias(side), count(lit(1)).alias("files"))
        .filter(col("files").equalTo(1))
        .drop("files");
  }

  /** Whether a pair shows this change. */
  static Column is(Change change) {
    return col(CHANGE).equalTo(change.name());
  }

  static Column old(String column) {
    return col(OLD).getField(column);
  }

  static Column now(String column) {
    return col(NOW).getField(column);
  }

  /** A column of what is there now, or of what was known. */
  static Column latest(String column) {
    return coalesce(now(column), old(column));
  }

  private static Column name(Change change) {
    return lit(change.name());
  }

  private static Column not(Column condition) {
    return org.apache.spark.sql.functions.not(condition);
  }
}
