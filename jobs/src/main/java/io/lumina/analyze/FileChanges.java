package io.lumina.analyze;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import io.lumina.store.Store;
import io.lumina.table.FilesTable;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What becomes of the catalog's files once their contents are known. A new file with the content of
 * a missing one is that file at another place or under another name: it takes over its id.
 */
final class FileChanges {
  private static final String TURN = "turn";
  private static final String GONE_ID = "gone_file_id";
  private static final String GONE_PATH = "gone_source_path";
  private static final String GONE_SINCE = "gone_first_seen_run";

  private FileChanges() {}

  /**
   * Changes for {@link Store#merge}.
   *
   * @param files the catalog's files before
   * @param read source_path, sha256 and issues of the files read; sha256 is null where that failed
   */
  static Dataset<Row> of(Dataset<Row> files, Dataset<Row> read) {
    Dataset<Row> found =
        files
            .drop(FilesTable.SHA256, FilesTable.ISSUES)
            .join(
                read.select(FilesTable.SOURCE_PATH, FilesTable.SHA256, FilesTable.ISSUES),
                FilesTable.SOURCE_PATH)
            .select(columns());
    Dataset<Row> adopted = adoptions(files, found);
    Dataset<Row> changed =
        found
            .join(adopted.drop(GONE_PATH), seq(FilesTable.SOURCE_PATH), "left_outer")
            .withColumn(FilesTable.FILE_ID, coalesce(col(GONE_ID), col(FilesTable.FILE_ID)))
            .withColumn(
                FilesTable.FIRST_SEEN_RUN,
                coalesce(col(GONE_SINCE), col(FilesTable.FIRST_SEEN_RUN)))
            .select(columns())
            .withColumn(Store.DELETED, lit(false));
    Dataset<Row> replaced =
        files
            .join(
                adopted.select(col(GONE_PATH).alias(FilesTable.SOURCE_PATH)),
                seq(FilesTable.SOURCE_PATH),
                "left_semi")
            .select(columns())
            .withColumn(Store.DELETED, lit(true));
    return changed.unionByName(replaced);
  }

  private static Dataset<Row> adoptions(Dataset<Row> files, Dataset<Row> found) {
    WindowSpec inTurn = Window.partitionBy(FilesTable.SHA256).orderBy(FilesTable.SOURCE_PATH);
    Column isNew = col(FilesTable.FIRST_SEEN_RUN).equalTo(col(FilesTable.LAST_SEEN_RUN));
    Dataset<Row> arrived =
        found
            .filter(isNew.and(col(FilesTable.SHA256).isNotNull()))
            .withColumn(TURN, row_number().over(inTurn))
            .select(FilesTable.SOURCE_PATH, FilesTable.SHA256, TURN);
    Dataset<Row> gone =
        files
            .filter(
                col(FilesTable.STATE)
                    .equalTo(FilesTable.MISSING)
                    .and(col(FilesTable.SHA256).isNotNull()))
            .withColumn(TURN, row_number().over(inTurn))
            .select(
                col(FilesTable.SHA256),
                col(TURN),
                col(FilesTable.FILE_ID).alias(GONE_ID),
                col(FilesTable.SOURCE_PATH).alias(GONE_PATH),
                col(FilesTable.FIRST_SEEN_RUN).alias(GONE_SINCE));
    return arrived.join(gone, seq(FilesTable.SHA256, TURN), "inner").drop(FilesTable.SHA256, TURN);
  }

  private static String[] seq(String... columns) {
    return columns;
  }

  private static Column[] columns() {
    return Arrays.stream(FilesTable.SPEC.schema().fieldNames())
        .map(org.apache.spark.sql.functions::col)
        .toArray(Column[]::new);
  }
}
