package io.lumina.scan;

import static io.lumina.scan.ListingDiff.is;
import static io.lumina.scan.ListingDiff.latest;
import static io.lumina.scan.ListingDiff.now;
import static io.lumina.scan.ListingDiff.old;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.md5;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Makes the catalog's files out of the pairs of {@link ListingDiff}. */
final class ListedFiles {
  private static final String ID_TAKEN = "id_taken";

  private final String catalogId;
  private final String runId;

  ListedFiles(String catalogId, String runId) {
    this.catalogId = catalogId;
    this.runId = runId;
  }

  /**
   * The files after a listing.
   *
   * @param pairs {@link ListingDiff#OLD}, {@link ListingDiff#NOW}, {@link ListingDiff#CHANGE}
   * @param taken {@link FilesTable#FILE_ID} of known files, which is not given again; empty when no
   *     file is new or none was known
   * @return rows of {@link FilesTable}; a new or changed file has no checksum
   */
  Dataset<Row> of(Dataset<Row> pairs, Optional<Dataset<Row>> taken) {
    Column idOfPath = uuid(now(FilesTable.SOURCE_PATH));
    Dataset<Row> rows =
        taken
            .map(ids -> ids.select(col(FilesTable.FILE_ID).alias(ID_TAKEN)))
            .map(ids -> pairs.join(ids, isNewWith(idOfPath), "left_outer"))
            .orElseGet(() -> pairs.withColumn(ID_TAKEN, lit(null)));
    // A path may be used again after its file moved away with its id.
    Column newId =
        when(col(ID_TAKEN).isNull(), idOfPath)
            .otherwise(uuid(now(FilesTable.SOURCE_PATH), lit(runId)));
    Column unseen = is(Change.NEW).or(is(Change.CHANGED));
    Column asBefore =
        is(Change.UNCHANGED)
            .or(is(Change.STILL_MISSING))
            .or(is(Change.UNKNOWN))
            .or(is(Change.RELINKED));
    return rows.select(
        lit(catalogId).alias(FilesTable.CATALOG_ID),
        coalesce(old(FilesTable.FILE_ID), newId).alias(FilesTable.FILE_ID),
        latest(FilesTable.SOURCE_PATH).alias(FilesTable.SOURCE_PATH),
        latest(FilesTable.ROOT).alias(FilesTable.ROOT),
        latest(FilesTable.RELATIVE_PATH).alias(FilesTable.RELATIVE_PATH),
        latest(FilesTable.SIZE_BYTES).alias(FilesTable.SIZE_BYTES),
        latest(FilesTable.MODIFIED_AT).alias(FilesTable.MODIFIED_AT),
        latest(FilesTable.ROLE).alias(FilesTable.ROLE),
        when(is(Change.MISSING).or(is(Change.STILL_MISSING)), FilesTable.MISSING)
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
        asListed(FilesTable.FILE_KEY),
        asListed(FilesTable.LINK_COUNT));
  }

  /** Also where it is now null: a file may lose its other names. */
  private static Column asListed(String column) {
    return when(col(ListingDiff.NOW).isNull(), old(column)).otherwise(now(column)).alias(column);
  }

  private static Column isNewWith(Column id) {
    return is(Change.NEW).and(id.equalTo(col(ID_TAKEN)));
  }

  /** A UUID that follows from the catalog and these columns. */
  private Column uuid(Column... parts) {
    Column[] all = new Column[parts.length + 1];
    all[0] = lit(catalogId);
    System.arraycopy(parts, 0, all, 1, parts.length);
    // Version 8: a UUID whose bits the application defines (RFC 9562).
    return regexp_replace(
        md5(concat_ws("\n", all).cast("binary")),
        "^(.{8})(.{4}).(.{3}).(.{3})(.{12})$",
        "$1-$2-8$3-a$4-$5");
  }
}
