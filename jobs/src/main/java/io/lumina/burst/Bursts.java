package io.lumina.burst;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.BurstsTable;
import io.lumina.table.ImagesView;
import io.lumina.table.ShotsTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Finds pictures taken in quick succession: by the burst id that the camera wrote, else by the name
 * that it gave the file, else by the clock ({@link QuickSuccession}).
 */
public final class Bursts {
  private static final String KEY = "burst_key";
  private static final String SIZE = "size";
  private static final String LOWEST = "lowest";

  private Bursts() {}

  /**
   * Rows of {@link ImagesView} and of {@link ShotsTable} in, rows of {@link BurstsTable} out: one
   * per frame and one per companion of a frame. The id of a burst follows from its lowest image id.
   */
  public static Dataset<Row> of(Dataset<Row> images, Dataset<Row> shots, BurstsConfig config) {
    Dataset<Row> frames = Frames.of(images, shots, config.minimumConfidence());
    Dataset<Row> told = toldByCamera(frames, config.minimumFrames());
    Dataset<Row> keyed = QuickSuccession.join(told, KEY, config);
    Dataset<Row> bursts = ofSize(keyed.filter(col(KEY).isNotNull()), config.minimumFrames());
    return rows(withCompanions(BestFrame.mark(numbered(bursts)), shots));
  }

  /** Sets the key where burst id or name makes a burst; leaves the others to the clock. */
  private static Dataset<Row> toldByCamera(Dataset<Row> frames, int minimumFrames) {
    Column uuid = concat_ws("\n", lit("uuid"), col(Frames.BURST_UUID));
    Column named = concat_ws("\n", lit("name"), col(Frames.FOLDER), col(Frames.NAMED));
    Column own = concat_ws("\n", lit("none"), col(ImagesView.IMAGE_ID));
    Dataset<Row> byUuid =
        keyed(
            frames.withColumn(KEY, lit(null).cast("string")),
            when(col(Frames.BURST_UUID).isNotNull(), uuid).otherwise(own),
            minimumFrames);
    return keyed(
        byUuid,
        when(col(KEY).isNull().and(col(Frames.NAMED).isNotNull()), named).otherwise(own),
        minimumFrames);
  }

  /** A file without a key of its own is alone in its window, so no window is large. */
  private static Dataset<Row> keyed(Dataset<Row> frames, Column key, int minimumFrames) {
    WindowSpec same = Window.partitionBy(col(ImagesView.CATALOG_ID), key);
    return frames
        .withColumn(SIZE, count(lit(1)).over(same))
        .withColumn(KEY, when(col(SIZE).geq(minimumFrames), key).otherwise(col(KEY)))
        .drop(SIZE);
  }

  private static Dataset<Row> ofSize(Dataset<Row> frames, int minimumFrames) {
    return frames
        .withColumn(SIZE, count(lit(1)).over(Window.partitionBy(ImagesView.CATALOG_ID, KEY)))
        .filter(col(SIZE).geq(minimumFrames));
  }

  private static Dataset<Row> numbered(Dataset<Row> frames) {
    WindowSpec burst = Window.partitionBy(ImagesView.CATALOG_ID, KEY);
    return frames
        .withColumn(LOWEST, min(col(ImagesView.IMAGE_ID)).over(burst))
        .withColumn(
            BurstsTable.BURST_ID, NameUuid.of("burst", col(ImagesView.CATALOG_ID), col(LOWEST)))
        .withColumn(BurstsTable.CAMERA, min(col(Frames.CAMERA)).over(burst))
        .withColumn(BurstsTable.STARTED_AT, min(col(ImagesView.TAKEN_AT)).over(burst))
        .withColumn(BurstsTable.ENDED_AT, max(col(ImagesView.TAKEN_AT)).over(burst))
        .withColumn(BurstsTable.FRAME_COUNT, col(SIZE).cast("int"))
        .withColumn(
            BurstsTable.POSITION,
            row_number().over(burst.orderBy(ImagesView.TAKEN_AT, ImagesView.SOURCE_PATH)).minus(1));
  }

  /** The other files of a frame's shot share its burst and position; none of them is the best. */
  private static Dataset<Row> withCompanions(Dataset<Row> frames, Dataset<Row> shots) {
    Dataset<Row> ids = shots.select(ShotsTable.CATALOG_ID, ShotsTable.SHOT_ID, ShotsTable.IMAGE_ID);
    String shot = "shot";
    String member = "member";
    Dataset<Row> heads =
        shots
            .filter(col(ShotsTable.IS_PRIMARY))
            .select(
                col(ShotsTable.CATALOG_ID),
                col(ShotsTable.IMAGE_ID),
                col(ShotsTable.SHOT_ID).as(shot));
    Dataset<Row> companions =
        heads
            .join(
                ids.select(
                    col(ShotsTable.CATALOG_ID),
                    col(ShotsTable.SHOT_ID).as(shot),
                    col(ShotsTable.IMAGE_ID).as(member)),
                new String[] {ShotsTable.CATALOG_ID, shot})
            .select(ShotsTable.CATALOG_ID, ShotsTable.IMAGE_ID, member);
    Column isFrame = col(member).isNull().or(col(member).equalTo(col(ImagesView.IMAGE_ID)));
    return frames
        .join(companions, new String[] {ImagesView.CATALOG_ID, ImagesView.IMAGE_ID}, "left_outer")
        .withColumn(BurstsTable.IS_BEST, col(BurstsTable.IS_BEST).and(isFrame))
        .withColumn(ImagesView.IMAGE_ID, coalesce(col(member), col(ImagesView.IMAGE_ID)));
  }

  private static Dataset<Row> rows(Dataset<Row> members) {
    return members.select(
        java.util.Arrays.stream(BurstsTable.SPEC.schema().fieldNames())
            .map(org.apache.spark.sql.functions::col)
            .toArray(Column[]::new));
  }
}
