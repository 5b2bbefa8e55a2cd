package io.lumina.analyze;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import io.lumina.table.FilesTable;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The catalog's files once some contents are known. A new file with the content of a missing one is
 * that file at another place or under another name: it takes over its id.
 */
final class FileChanges {
  private static final String TURN = "turn";
  private static final String GONE_ID = "gone_file_id";
  private static final String GONE_PATH = "gone_source_path";
  private static final String GONE_SINCE = "gone_first_seen_run";

  private FileChanges() {}

  /**
   * All files of the catalog.
   *
   * @param others those that were not read
   * @param read those that were, with checksum and issues
   */
  static Dataset<Row> of(Dataset<Row> others, Dataset<Row> read) {
    return others.select(columns()).unionByName(read.select(columns()));
  }

  /**
   * The same where missing files may have come back elsewhere.
   *
   * @param unread those of the files read whose content nobody had read before
   */
  static Dataset<Row> withAdoptions(Dataset<Row> others, Dataset<Row> read, Dataset<Row> unread) {
    Dataset<Row> adopted = adoptions(others, unread);
    Dataset<Row> left =
        others.join(
            adopted.select(col(GONE_PATH).alias(FilesTable.SOURCE_PATH)),
            names(FilesTable.SOURCE_PATH),
            "left_anti");
    Dataset<Row> renamed =
        read.join(adopted, names(FilesTable.SOURCE_PATH), "left_outer")
            .withColumn(FilesTable.FILE_ID, coalesce(col(GONE_ID), col(FilesTable.FILE_ID)))
            .withColumn(
                FilesTable.FIRST_SEEN_RUN,
                coalesce(col(GONE_SINCE), col(FilesTable.FIRST_SEEN_RUN)));
    return of(left, renamed);
  }

  private static Dataset<Row> adoptions(Dataset<Row> others, Dataset<Row> unread) {
    WindowSpec inTurn = Window.partitionBy(FilesTable.SHA256).orderBy(FilesTable.SOURCE_PATH);
    Column isNew = col(FilesTable.FIRST_SEEN_RUN).equalTo(col(FilesTable.LAST_SEEN_RUN));
    Dataset<Row> arrived =
        unread
            .filter(isNew.and(col(FilesTable.SHA256).isNotNull()))
            .withColumn(TURN, row_number().over(inTurn))
            .select(FilesTable.SOURCE_PATH, FilesTable.SHA256, TURN);
    Dataset<Row> gone =
        others
            .filter(WorkPlan.isGone())
            .withColumn(TURN, row_number().over(inTurn))
            .select(
                col(FilesTable.SHA256),
                col(TURN),
                col(FilesTable.FILE_ID).alias(GONE_ID),
                col(FilesTable.SOURCE_PATH).alias(GONE_PATH),
                col(FilesTable.FIRST_SEEN_RUN).alias(GONE_SINCE));
    return arrived
        .join(gone, names(FilesTable.SHA256, TURN), "inner")
        .drop(FilesTable.SHA256, TURN);
  }

  private static String[] names(String... columns) {
    return columns;
  }

  private static Column[] columns() {
    return Arrays.stream(FilesTable.SPEC.schema().fieldNames())
        .map(org.apache.spark.sql.functions::col)
        .toArray(Column[]::new);
  }
}
