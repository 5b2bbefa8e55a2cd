package io.lumina.burst;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.desc_nulls_last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.BurstsTable;
import io.lumina.table.ImagesView;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The sharpest good frame of a burst.
 *
 * <p>Broken frames come last, by how broken they are. Then counts how many bytes the encoder needed
 * for a pixel, as a share of the most that a frame of the same format needed: frames of one burst
 * have one scene and one setting, so what blur takes away is missing in the file. Sharpness of the
 * small raster, time and path break ties.
 */
final class BestFrame {
  private static final String DENSITY = "density";
  private static final String DAMAGE = "damage";
  private static final String DETAIL = "detail";
  private static final String NTH = "nth";

  private BestFrame() {}

  /** Adds {@link BurstsTable#IS_BEST} to frames that carry their burst's id. */
  static Dataset<Row> mark(Dataset<Row> frames) {
    Column damage =
        when(col(ImagesView.CORRUPTION).isNull(), lit(0))
            .when(col(ImagesView.CORRUPTION).equalTo("minor"), lit(1))
            .when(col(ImagesView.CORRUPTION).equalTo("moderate"), lit(2))
            .otherwise(lit(3));
    Column mostDetail =
        max(col(DENSITY))
            .over(
                Window.partitionBy(
                    ImagesView.CATALOG_ID, BurstsTable.BURST_ID, DAMAGE, ImagesView.FORMAT));
    return frames
        .withColumn(DAMAGE, damage)
        .withColumn(
            DENSITY,
            when(
                col(Frames.PIXELS).gt(0),
                col(ImagesView.SIZE_BYTES).cast("double").divide(col(Frames.PIXELS))))
        .withColumn(DETAIL, coalesce(col(DENSITY).divide(mostDetail), lit(0d)))
        .withColumn(
            NTH,
            row_number()
                .over(
                    Window.partitionBy(ImagesView.CATALOG_ID, BurstsTable.BURST_ID)
                        .orderBy(
                            col(DAMAGE),
                            desc(DETAIL),
                            desc_nulls_last(ImagesView.SHARPNESS),
                            col(ImagesView.TAKEN_AT),
                            col(ImagesView.SOURCE_PATH))))
        .withColumn(BurstsTable.IS_BEST, col(NTH).equalTo(1))
        .drop(DAMAGE, DENSITY, DETAIL, NTH);
  }
}
