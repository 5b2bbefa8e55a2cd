package io.lumina.act;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.FilesTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The files of a catalog after operations on them: same ids, same contents, other places. */
final class FollowedFiles {
  /** source_path of the row that changes. */
  static final String FROM = "followed_from";

  /** Where its file is now; the same path for one in the trash, which keeps its row. */
  static final String TO = "followed_to";

  /** Its state now, or {@link #GONE}. */
  static final String NOW = "followed_state";

  /** Value of {@link #NOW}: a copy that was taken away again, of which no row is left. */
  static final String GONE = "gone";

  static final StructType CHANGES =
      new StructType()
          .add(FROM, DataTypes.StringType, false)
          .add(TO, DataTypes.StringType, false)
          .add(NOW, DataTypes.StringType, false);

  private static final String POSITION = "followed_position";
  private static final String BESIDE = "followed_beside";
  private static final String OWNER = "followed_owner";

  private final List<String> roots;
  private final String runId;

  /**
   * For one catalog.
   *
   * @param roots its source directories
   */
  FollowedFiles(List<String> roots, String runId) {
    this.roots = roots;
    this.runId = runId;
  }

  /**
   * The files afterwards. Doing it twice changes nothing more.
   *
   * @param files rows of {@link FilesTable} of the catalog
   * @param changes {@link #CHANGES}, each file once
   */
  Dataset<Row> of(Dataset<Row> files, Dataset<Row> changes) {
    Dataset<Row> moved = changes.filter(col(FROM).notEqual(col(TO)));
    // A row of what lay there once has lost its place.
    Dataset<Row> free =
        files.join(
            moved.select(col(TO).alias(OWNER)),
            col(FilesTable.SOURCE_PATH)
                .equalTo(col(OWNER))
                .and(col(FilesTable.STATE).notEqual(FilesTable.PRESENT)),
            "left_anti");
    Dataset<Row> followed =
        free.join(changes, col(FilesTable.SOURCE_PATH).equalTo(col(FROM)), "left_outer");
    Dataset<Row> beside = beside(files, moved);
    return followed
        .filter(coalesce(col(NOW).notEqual(GONE), lit(true)))
        .join(beside, col(FilesTable.FILE_ID).equalTo(col(OWNER)), "left_outer")
        .select(columns());
  }

  /** For each file of which a sidecar moved, where all of its sidecars are. */
  private static Dataset<Row> beside(Dataset<Row> files, Dataset<Row> moved) {
    return files
        .filter(size(col(FilesTable.SIDECARS)).gt(0))
        .select(
            col(FilesTable.FILE_ID).alias(OWNER),
            posexplode(col(FilesTable.SIDECARS)).as(new String[] {POSITION, BESIDE}))
        .join(moved, col(BESIDE).equalTo(col(FROM)), "left_outer")
        .groupBy(OWNER)
        .agg(
            array_sort(
                    collect_list(
                        struct(col(POSITION), coalesce(col(TO), col(BESIDE)).alias(BESIDE))))
                .getField(BESIDE)
                .alias(BESIDE));
  }

  private Column[] columns() {
    return Arrays.stream(FilesTable.SPEC.schema().fieldNames())
        .map(name -> column(name).alias(name))
        .toArray(Column[]::new);
  }

  private Column column(String name) {
    Column isFollowed = col(FROM).isNotNull();
    return switch (name) {
      case FilesTable.SOURCE_PATH -> coalesce(col(TO), col(name));
      case FilesTable.ROOT -> coalesce(root(), col(name));
      case FilesTable.RELATIVE_PATH ->
          coalesce(col(TO).substr(length(root()).plus(2), length(col(TO))), col(name));
      case FilesTable.STATE -> coalesce(col(NOW), col(name));
      case FilesTable.SIDECARS -> coalesce(col(BESIDE), col(name));
      case FilesTable.LAST_SEEN_RUN -> when(isFollowed, lit(runId)).otherwise(col(name));
      default -> col(name);
    };
  }

  /** The source directory that a new place lies in, the inner one of two. */
  private Column root() {
    Column root = lit(null).cast("string");
    List<String> outerFirst =
        roots.stream().sorted(Comparator.comparingInt(String::length)).toList();
    for (String source : outerFirst) {
      root = when(col(TO).startsWith(source + "/"), source).otherwise(root);
    }
    return root;
  }
}
