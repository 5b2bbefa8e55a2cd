package io.lumina.scan.compare;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
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
public final class ListingDiff {
  /** What was known: a row of {@link FilesTable}, null for a new file. */
  static final String OLD = "old";

  /** What is there: a row of {@link ListingRows}, null for a vanished file. */
  static final String NOW = "now";

  /** What happened: one of the names of {@link Change}. */
  static final String CHANGE = "change";

  private static final String KEY = "move_key";
  private static final String HIDING = "hiding";
  private static final String HIDDEN = "hidden";

  private ListingDiff() {}

  /** The pairs of a catalog that knows nothing yet. */
  static Dataset<Row> allNew(Dataset<Row> listed) {
    return listed.select(
        lit(null).cast(FilesTable.SPEC.schema()).alias(OLD),
        struct("*").alias(NOW),
        name(Change.NEW).alias(CHANGE));
  }

  /**
   * Pairs files by path.
   *
   * @param known rows of {@link FilesTable} of one catalog
   * @param listed files as {@link ListingRows}
   * @return {@link #OLD}, {@link #NOW}, {@link #CHANGE}; no moves yet
   */
  static Dataset<Row> byPath(Dataset<Row> known, Dataset<Row> listed) {
    Dataset<Row> old = known.select(struct("*").alias(OLD));
    Dataset<Row> now = listed.select(struct("*").alias(NOW));
    return old.join(now, old(FilesTable.SOURCE_PATH).equalTo(now(ListingRows.SOURCE_PATH)), "outer")
        .withColumn(CHANGE, change());
  }

  /**
   * Turns missing files into unknown ones where nobody could look.
   *
   * @param pairs as of {@link #byPath}
   * @param unreadable folders and files that could not be looked at ({@link
   *     ListingRows#SOURCE_PATH})
   */
  static Dataset<Row> withUnknown(Dataset<Row> pairs, Dataset<Row> unreadable) {
    Dataset<Row> hiding =
        broadcast(unreadable.select(col(ListingRows.SOURCE_PATH).alias(HIDING)).distinct());
    Column path = old(FilesTable.SOURCE_PATH);
    Dataset<Row> hidden =
        pairs
            .filter(is(Change.MISSING))
            .join(
                hiding,
                path.equalTo(col(HIDING)).or(path.startsWith(concat(col(HIDING), lit("/")))),
                "left_semi")
            .select(path.alias(HIDDEN));
    return pairs
        .join(hidden, is(Change.MISSING).and(path.equalTo(col(HIDDEN))), "left_outer")
        .withColumn(
            CHANGE, when(col(HIDDEN).isNotNull(), name(Change.UNKNOWN)).otherwise(col(CHANGE)))
        .drop(HIDDEN);
  }

  private static Column change() {
    Column wasPresent = old(FilesTable.STATE).equalTo(FilesTable.PRESENT);
    Column same = isSame(FilesTable.SIZE_BYTES).and(isSame(FilesTable.MODIFIED_AT));
    Column sameLinks =
        isSame(FilesTable.SIDECARS)
            .and(isSame(FilesTable.ROOT))
            .and(isSame(FilesTable.ROLE))
            // Not their number: a backup of hard links adds names to every file each night.
            .and(isSameFile());
    return when(col(OLD).isNull(), name(Change.NEW))
        .when(col(NOW).isNull().and(wasPresent), name(Change.MISSING))
        .when(col(NOW).isNull(), name(Change.STILL_MISSING))
        .when(not(same), name(Change.CHANGED))
        .when(not(wasPresent), name(Change.BACK))
        .when(not(sameLinks), name(Change.RELINKED))
        .otherwise(name(Change.UNCHANGED));
  }

  /** By the inode: many file systems number their devices anew with each mount. */
  private static Column isSameFile() {
    return substring_index(now(FilesTable.FILE_KEY), ":", -1)
        .eqNullSafe(substring_index(old(FilesTable.FILE_KEY), ":", -1));
  }

  private static Column isSame(String column) {
    return now(column).eqNullSafe(old(column));
  }

  /**
   * Turns pairs of a vanished and a new file that are one and the same into a moved one; where
   * others have that size and time too, reading them tells what went where.
   */
  public static Dataset<Row> withMoves(Dataset<Row> pairs) {
    Dataset<Row> vanished = pairs.filter(is(Change.MISSING));
    Dataset<Row> arrived = pairs.filter(is(Change.NEW));
    Dataset<Row> alike = alone(vanished, OLD).join(alone(arrived, NOW), KEY);
    Dataset<Row> moved =
        SharedStamps.certain(alike, pairs)
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
            substring_index(col(side).getField(FilesTable.SOURCE_PATH), "/", -1).alias("name"),
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
