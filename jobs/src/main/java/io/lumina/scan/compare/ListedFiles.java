package io.lumina.scan.compare;

import static io.lumina.scan.compare.ListingDiff.is;
import static io.lumina.scan.compare.ListingDiff.latest;
import static io.lumina.scan.compare.ListingDiff.now;
import static io.lumina.scan.compare.ListingDiff.old;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.NewFileId;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Makes the catalog's files out of the pairs of {@link ListingDiff}. */
public final class ListedFiles {
  private final String catalogId;
  private final String runId;

  public ListedFiles(String catalogId, String runId) {
    this.catalogId = catalogId;
    this.runId = runId;
  }

  /**
   * The files after a listing.
   *
   * @param pairs {@link ListingDiff#OLD}, {@link ListingDiff#NOW}, {@link ListingDiff#CHANGE}
   * @return rows of {@link FilesTable}; a file that is to be read has no checksum, and beside it
   *     stands what its id was given to
   */
  public Dataset<Row> of(Dataset<Row> pairs) {
    // What the bytes mean depends on the role.
    Column otherRole =
        now(FilesTable.ROLE).isNotNull().and(now(FilesTable.ROLE).notEqual(old(FilesTable.ROLE)));
    Column unseen =
        is(Change.NEW)
            .or(is(Change.CHANGED))
            .or(is(Change.DOUBTED))
            .or(coalesce(otherRole, lit(false)));
    Column unread = unseen.or(is(Change.BACK).and(old(FilesTable.SHA256).isNull()));
    Column isSettled = old(FilesTable.WAS_STATE).isNull();
    Column wasAway = old(FilesTable.STATE).notEqual(FilesTable.PRESENT);
    Column asBefore =
        is(Change.UNCHANGED)
            .or(is(Change.STILL_MISSING))
            .or(is(Change.UNKNOWN))
            .or(is(Change.RELINKED));
    return pairs.select(
        lit(catalogId).alias(FilesTable.CATALOG_ID),
        coalesce(old(FilesTable.FILE_ID), newId()).alias(FilesTable.FILE_ID),
        latest(FilesTable.SOURCE_PATH).alias(FilesTable.SOURCE_PATH),
        latest(FilesTable.ROOT).alias(FilesTable.ROOT),
        latest(FilesTable.RELATIVE_PATH).alias(FilesTable.RELATIVE_PATH),
        latest(FilesTable.SIZE_BYTES).alias(FilesTable.SIZE_BYTES),
        latest(FilesTable.MODIFIED_AT).alias(FilesTable.MODIFIED_AT),
        latest(FilesTable.ROLE).alias(FilesTable.ROLE),
        when(is(Change.MISSING), FilesTable.MISSING)
            .when(is(Change.STILL_MISSING), old(FilesTable.STATE))
            .otherwise(FilesTable.PRESENT)
            .alias(FilesTable.STATE),
        latest(FilesTable.SIDECARS).alias(FilesTable.SIDECARS),
        when(unseen, lit(null).cast("string"))
            .otherwise(old(FilesTable.SHA256))
            .alias(FilesTable.SHA256),
        when(unseen, array().cast(AssetsTable.ISSUE_LIST))
            .otherwise(old(FilesTable.ISSUES))
            .alias(FilesTable.ISSUES),
        coalesce(old(FilesTable.FIRST_SEEN_RUN), lit(runId)).alias(FilesTable.FIRST_SEEN_RUN),
        when(asBefore, old(FilesTable.LAST_SEEN_RUN))
            .otherwise(runId)
            .alias(FilesTable.LAST_SEEN_RUN),
        when(is(Change.NEW), FilesTable.ABSENT)
            .when(unread.and(wasAway), FilesTable.MISSING)
            .when(unread.and(isSettled), FilesTable.PRESENT)
            .otherwise(old(FilesTable.WAS_STATE))
            .alias(FilesTable.WAS_STATE),
        when(unread.and(isSettled), old(FilesTable.SHA256))
            .otherwise(old(FilesTable.WAS_SHA256))
            .alias(FilesTable.WAS_SHA256),
        asListed(FilesTable.FILE_KEY),
        asListed(FilesTable.LINK_COUNT));
  }

  /** Also where it is now null: a file may lose its other names. */
  private static Column asListed(String column) {
    return when(col(ListingDiff.NOW).isNull(), old(column)).otherwise(now(column)).alias(column);
  }

  private Column newId() {
    return NewFileId.of(catalogId, runId, now(FilesTable.SOURCE_PATH));
  }
}
