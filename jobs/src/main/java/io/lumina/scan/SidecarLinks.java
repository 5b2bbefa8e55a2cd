package io.lumina.scan;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.regexp_extract;

import io.lumina.meta.SidecarNames;
import io.lumina.table.FilesTable;
import io.lumina.table.ListingRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Finds the picture that each sidecar describes: they lie in the same folder. */
final class SidecarLinks {
  private static final String FOLDER = "folder";
  private static final String PICTURE = "picture";
  private static final StructType LINK =
      new StructType()
          .add(PICTURE, DataTypes.StringType)
          .add(FilesTable.SIDECARS, DataTypes.StringType);

  private SidecarLinks() {}

  /** The listed files with {@link FilesTable#SIDECARS}: paths in order, empty for most. */
  static Dataset<Row> of(Dataset<Row> files) {
    Dataset<Row> placed =
        files.withColumn(FOLDER, regexp_extract(col(ListingRows.SOURCE_PATH), "^(.*)/[^/]*$", 1));
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
            .flatMapGroups(new LinkFolder(), Encoders.row(LINK))
            .groupBy(PICTURE)
            .agg(array_sort(collect_list(FilesTable.SIDECARS)).alias(FilesTable.SIDECARS));
    return files
        .join(links, files.col(ListingRows.SOURCE_PATH).equalTo(links.col(PICTURE)), "left_outer")
        .drop(PICTURE)
        .withColumn(
            FilesTable.SIDECARS, coalesce(col(FilesTable.SIDECARS), array().cast("array<string>")));
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
      Map<String, String> pathOfName = new HashMap<>();
      files.forEachRemaining(
          file -> pathOfName.put(PathNames.fileName(file.getString(1)), file.getString(1)));
      List<Row> links = new ArrayList<>();
      SidecarNames.assign(pathOfName.keySet())
          .forEach(
              (sidecar, pictures) ->
                  pictures.forEach(
                      picture ->
                          links.add(
                              RowFactory.create(
                                  pathOfName.get(picture), pathOfName.get(sidecar)))));
      return links.iterator();
    }
  }
}
