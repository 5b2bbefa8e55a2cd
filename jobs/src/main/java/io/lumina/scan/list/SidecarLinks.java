package io.lumina.scan.list;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.regexp_extract;

import io.lumina.table.FilesTable;
import io.lumina.table.ListingRows;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Links sidecars and pictures of a listing whose files come in no order. */
final class SidecarLinks {
  private static final String FOLDER = "folder";
  private static final String PICTURE = "picture";
  private static final String LINKED = "linked";
  private static final StructType LINK =
      new StructType()
          .add(PICTURE, DataTypes.StringType)
          .add(LINKED, DataTypes.createArrayType(DataTypes.StringType));

  private SidecarLinks() {}

  /** The rows of {@link ListingRows} with {@link ListingRows#SIDECARS}. */
  static Dataset<Row> in(Dataset<Row> listing) {
    Dataset<Row> placed =
        listing
            .filter(col(ListingRows.KIND).equalTo(ListingRows.FILE))
            .select(
                regexp_extract(col(ListingRows.SOURCE_PATH), "(?s)^(.*)/[^/]*$", 1).alias(FOLDER),
                col(ListingRows.SOURCE_PATH),
                col(ListingRows.ROLE));
    Dataset<Row> folders =
        placed
            .filter(col(ListingRows.ROLE).equalTo(FilesTable.SIDECAR))
            .select(col(FOLDER))
            .distinct();
    Dataset<Row> links =
        placed
            .join(folders, placed.col(FOLDER).equalTo(folders.col(FOLDER)), "left_semi")
            .select(FOLDER, ListingRows.SOURCE_PATH)
            .groupByKey(new FolderOf(), Encoders.STRING())
            .flatMapGroups(new LinkFolder(), Encoders.row(LINK));
    return listing
        .join(links, listing.col(ListingRows.SOURCE_PATH).equalTo(links.col(PICTURE)), "left_outer")
        .withColumn(ListingRows.SIDECARS, coalesce(col(LINKED), array().cast("array<string>")))
        .drop(PICTURE, LINKED);
  }

  private static final class FolderOf implements MapFunction<Row, String> {
    @Override
    public String call(Row file) {
      return file.getString(0);
    }
  }

  private static final class LinkFolder implements FlatMapGroupsFunction<String, Row, Row> {
    @Override
    public Iterator<Row> call(String folder, Iterator<Row> files) {
      List<String> paths = new ArrayList<>();
      files.forEachRemaining(file -> paths.add(file.getString(1)));
      return FolderSidecars.of(paths).entrySet().stream()
          .map(link -> RowFactory.create(link.getKey(), link.getValue().toArray(String[]::new)))
          .iterator();
    }
  }
}
