package io.lumina.library;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.ReadAs;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds the row of {@link AssetsTable} that is for a file. */
final class FileContents {
  private static final String OWN_SHA256 = "own_sha256";
  private static final String OWN = "own_read_as";
  private static final String SHA256 = "content_sha256";
  private static final String READ_AS = "content_read_as";

  private FileContents() {}

  /**
   * Each file once, with columns of its content that are null where that is not known: of the row
   * that is for files like this one, where there is such a row. These are few, so that every task
   * can know them.
   *
   * @param files rows of {@link FilesTable}
   * @param columns of {@link AssetsTable}, named unlike those of files
   */
  static Dataset<Row> join(Dataset<Row> files, Dataset<Row> assets, Column... columns) {
    Dataset<Row> special =
        broadcast(
            assets
                .filter(col(AssetsTable.READ_AS).isNotNull())
                .select(
                    col(AssetsTable.SHA256).alias(OWN_SHA256),
                    col(AssetsTable.READ_AS).alias(OWN)));
    List<Column> ofContent = new ArrayList<>(List.of(columns));
    ofContent.add(col(AssetsTable.SHA256).alias(SHA256));
    ofContent.add(coalesce(col(AssetsTable.READ_AS), lit("")).alias(READ_AS));
    Column isOwn =
        col(FilesTable.SHA256).equalTo(col(OWN_SHA256)).and(ReadAs.column().equalTo(col(OWN)));
    Column isContent =
        col(FilesTable.SHA256)
            .equalTo(col(SHA256))
            .and(coalesce(col(OWN), lit("")).equalTo(col(READ_AS)));
    return files
        .join(special, isOwn, "left_outer")
        .join(assets.select(ofContent.toArray(Column[]::new)), isContent, "left_outer")
        .drop(OWN_SHA256, OWN, SHA256, READ_AS);
  }
}
