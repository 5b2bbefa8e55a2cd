package io.lumina.library;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.FilesTable;
import io.lumina.table.ShotsTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The files that belong together on a disk: those of one shot with all of their sidecars, else a
 * picture with its sidecars. What is done with files is done with all of a unit.
 */
public final class Units {
  /** Name of the unit: the shot's id, else the picture's. */
  public static final String UNIT = "unit";

  /** Whether the file is the one that stands for its unit. */
  public static final String IS_PRIMARY = "is_primary";

  /** Whether a sidecar belongs to pictures of several units; it stays where it is. */
  public static final String IS_SHARED = "is_shared";

  /** Number of pictures and clips in the unit. */
  public static final String MEDIA = "unit_media";

  /** Whether a sidecar of the unit is shared with another. */
  public static final String HAS_SHARED = "has_shared";

  private static final String SIDECAR_PATH = "unit_sidecar";
  private static final String SHOT_IMAGE = "unit_image";

  private Units() {}

  /**
   * Gives each file that is present its unit.
   *
   * @param files rows of {@link FilesTable} of one catalog
   * @param shots rows of {@link ShotsTable} of the same
   * @return the columns of files and those above; a sidecar of nobody has no row, a shared one a
   *     row in each of its units
   */
  public static Dataset<Row> of(Dataset<Row> files, Dataset<Row> shots) {
    Dataset<Row> present = files.filter(col(FilesTable.STATE).equalTo(FilesTable.PRESENT));
    Dataset<Row> shotOf =
        shots
            .groupBy(col(ShotsTable.IMAGE_ID).alias(SHOT_IMAGE))
            .agg(
                min(ShotsTable.SHOT_ID).alias(ShotsTable.SHOT_ID),
                first(ShotsTable.IS_PRIMARY).alias(IS_PRIMARY));
    Dataset<Row> media =
        present
            .filter(col(FilesTable.ROLE).equalTo(FilesTable.MEDIA))
            .join(shotOf, col(FilesTable.FILE_ID).equalTo(col(SHOT_IMAGE)), "left_outer")
            .withColumn(UNIT, coalesce(col(ShotsTable.SHOT_ID), col(FilesTable.FILE_ID)))
            .withColumn(IS_PRIMARY, coalesce(col(IS_PRIMARY), lit(true)));
    Column[] columns = columns();
    Dataset<Row> all =
        media
            .withColumn(IS_SHARED, lit(false))
            .select(columns)
            .unionByName(sidecars(present, media).select(columns));
    var unit = Window.partitionBy(UNIT);
    Column isMedia = when(col(FilesTable.ROLE).equalTo(FilesTable.MEDIA), 1).otherwise(0);
    return all.withColumn(MEDIA, sum(isMedia).over(unit))
        .withColumn(HAS_SHARED, sum(when(col(IS_SHARED), 1).otherwise(0)).over(unit).gt(0));
  }

  private static Dataset<Row> sidecars(Dataset<Row> present, Dataset<Row> media) {
    Dataset<Row> owned =
        media
            .filter(size(col(FilesTable.SIDECARS)).gt(0))
            .select(col(UNIT), explode(col(FilesTable.SIDECARS)).alias(SIDECAR_PATH))
            .distinct()
            .withColumn(IS_SHARED, count(lit(1)).over(Window.partitionBy(SIDECAR_PATH)).gt(1));
    return present
        .filter(col(FilesTable.ROLE).equalTo(FilesTable.SIDECAR))
        .join(owned, col(FilesTable.SOURCE_PATH).equalTo(col(SIDECAR_PATH)))
        .withColumn(IS_PRIMARY, lit(false));
  }

  private static Column[] columns() {
    return java.util.stream.Stream.concat(
            java.util.Arrays.stream(FilesTable.SPEC.schema().fieldNames()),
            java.util.stream.Stream.of(UNIT, IS_PRIMARY, IS_SHARED))
        .map(org.apache.spark.sql.functions::col)
        .toArray(Column[]::new);
  }
}
