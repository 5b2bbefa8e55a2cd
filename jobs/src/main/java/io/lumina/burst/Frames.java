package io.lumina.burst;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.desc_nulls_last;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.FilesTable;
import io.lumina.table.ImagesView;
import io.lumina.table.ShotsTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The pictures that may be frames of a burst: one file per content, one per shot, and no edited
 * version of another frame.
 *
 * <p>A copy elsewhere is no frame, so that it is still reported as a duplicate. Of copies, the file
 * in the folder that holds most pictures of that camera and day is the frame. A version is a file
 * of the same camera and the same moment as a larger one: at the same fraction of a second always;
 * at the same whole second only in another folder, of other dimensions, from other software or with
 * a name that is not numbered on, because a camera without fractions writes several true frames
 * with one time.
 */
final class Frames {
  /** Make, model and serial for a person to read; null when none is known. */
  static final String CAMERA = "camera";

  /** What tells one camera from another; null when neither make nor model is known. */
  static final String CAMERA_KEY = "camera_key";

  /** Directory, root included. */
  static final String FOLDER = "folder";

  /** What the camera calls the burst; null when it does not. */
  static final String BURST_UUID = "burst_uuid";

  /** What the file name calls the burst; null when it does not. */
  static final String NAMED = "named";

  /** Degrees; null when unknown. */
  static final String LATITUDE = "latitude";

  /** Degrees; null when unknown. */
  static final String LONGITUDE = "longitude";

  /** Whether anything tells how it was exposed, as all cameras do and no scanner does. */
  static final String EXPOSED = "exposed";

  /** Width times height; 0 when unknown. */
  static final String PIXELS = "pixels";

  /** The name with its counter left out; null for a name without one. */
  private static final String SERIES = "series";

  private static final String SOFTWARE = "software";
  private static final String FRACTION = "fraction";
  private static final String MOMENT = "moment";
  private static final String NEIGHBOURS = "neighbours";
  private static final String NTH = "nth";
  private static final String WINNER = "winner";
  private static final String FINER = "finer";

  private Frames() {}

  /** One row per frame, with the columns above beside those of {@link ImagesView}. */
  static Dataset<Row> of(Dataset<Row> images, Dataset<Row> shots, int minimumConfidence) {
    return withoutVersions(oneFilePerContent(onePerShot(images, shots)), minimumConfidence);
  }

  private static Dataset<Row> onePerShot(Dataset<Row> images, Dataset<Row> shots) {
    Dataset<Row> companions =
        shots
            .filter(not(col(ShotsTable.IS_PRIMARY)))
            .select(ShotsTable.CATALOG_ID, ShotsTable.IMAGE_ID);
    return described(images)
        .join(companions, new String[] {ImagesView.CATALOG_ID, ImagesView.IMAGE_ID}, "left_anti");
  }

  private static Dataset<Row> described(Dataset<Row> images) {
    Column metadata = col(ImagesView.METADATA);
    Column make = text(metadata.getField("make"));
    Column model = text(metadata.getField("model"));
    Column serial = text(metadata.getField("serial"));
    return images
        .filter(col(ImagesView.STATE).equalTo(FilesTable.PRESENT))
        .filter(col(ImagesView.FILE_TYPE).equalTo("image"))
        .filter(col(ImagesView.SHA256).isNotNull())
        .select(
            col(ImagesView.CATALOG_ID),
            col(ImagesView.IMAGE_ID),
            col(ImagesView.SOURCE_PATH),
            col(ImagesView.SHA256),
            col(ImagesView.FORMAT),
            col(ImagesView.SIZE_BYTES),
            col(ImagesView.TAKEN_AT),
            col(ImagesView.DATE_CONFIDENCE),
            col(ImagesView.CORRUPTION),
            col(ImagesView.DHASH),
            col(ImagesView.SHARPNESS),
            nullif(concat_ws(" ", make, model, serial), lit("")).as(CAMERA),
            when(
                    make.isNotNull().or(model.isNotNull()),
                    lower(
                        concat_ws(
                            "\n",
                            coalesce(make, lit("")),
                            coalesce(model, lit("")),
                            coalesce(serial, lit("")))))
                .as(CAMERA_KEY),
            FileName.folder().as(FOLDER),
            text(metadata.getField("burst_uuid")).as(BURST_UUID),
            FileName.burst().as(NAMED),
            coalesce(
                    metadata.getField("exposure_time"),
                    metadata.getField("f_number"),
                    metadata.getField("iso"),
                    metadata.getField("focal_length"))
                .isNotNull()
                .as(EXPOSED),
            metadata.getField("gps_lat").as(LATITUDE),
            metadata.getField("gps_lon").as(LONGITUDE),
            FileName.series().as(SERIES),
            coalesce(text(metadata.getField("software")), lit("")).as(SOFTWARE),
            coalesce(col(ImagesView.WIDTH).cast("long").multiply(col(ImagesView.HEIGHT)), lit(0L))
                .as(PIXELS),
            coalesce(WallClock.hasFraction(col(ImagesView.TAKEN_AT)), lit(false)).as(FRACTION));
  }

  private static Dataset<Row> oneFilePerContent(Dataset<Row> files) {
    WindowSpec outing =
        Window.partitionBy(col(ImagesView.CATALOG_ID), col(FOLDER), col(CAMERA_KEY), clock(10));
    WindowSpec content =
        Window.partitionBy(ImagesView.CATALOG_ID, ImagesView.SHA256)
            .orderBy(desc(NEIGHBOURS), col(ImagesView.SOURCE_PATH));
    return files
        .withColumn(NEIGHBOURS, count(lit(1)).over(outing))
        .withColumn(NTH, row_number().over(content))
        .filter(col(NTH).equalTo(1))
        .drop(NTH);
  }

  private static Dataset<Row> withoutVersions(Dataset<Row> frames, int minimumConfidence) {
    Column timed =
        col(CAMERA_KEY)
            .isNotNull()
            .and(col(ImagesView.TAKEN_AT).isNotNull())
            .and(col(ImagesView.DATE_CONFIDENCE).geq(minimumConfidence));
    // Without camera or time a file is a moment of its own.
    Column moment =
        when(timed, concat_ws("\n", col(CAMERA_KEY), col(ImagesView.TAKEN_AT).cast("string")))
            .otherwise(col(ImagesView.IMAGE_ID));
    Column second =
        when(timed, concat_ws("\n", col(CAMERA_KEY), clock(19)))
            .otherwise(col(ImagesView.IMAGE_ID));
    WindowSpec best =
        Window.partitionBy(ImagesView.CATALOG_ID, MOMENT)
            .orderBy(
                desc(PIXELS),
                desc(NEIGHBOURS),
                desc_nulls_last(ImagesView.SIZE_BYTES),
                col(ImagesView.SOURCE_PATH));
    Column file =
        struct(
            col(ImagesView.IMAGE_ID),
            col(FOLDER),
            col(PIXELS),
            col(ImagesView.FORMAT),
            col(SERIES),
            col(SOFTWARE));
    return frames
        .withColumn(MOMENT, moment)
        .withColumn(WINNER, first(file).over(best))
        .withColumn(
            FINER,
            max(when(col(FRACTION), struct(col(FOLDER), col(SOFTWARE))))
                .over(Window.partitionBy(col(ImagesView.CATALOG_ID), second)))
        .filter(isWinner().or(isAnotherFrame()))
        .filter(not(isCoarse()))
        .drop(MOMENT, WINNER, FINER, FRACTION, SERIES, SOFTWARE, NEIGHBOURS);
  }

  private static Column isWinner() {
    return col(ImagesView.IMAGE_ID).equalTo(col(WINNER).getField(ImagesView.IMAGE_ID));
  }

  private static Column isAnotherFrame() {
    return not(col(FRACTION))
        .and(same(WINNER, FOLDER))
        .and(same(WINNER, PIXELS))
        .and(same(WINNER, ImagesView.FORMAT))
        .and(same(WINNER, SOFTWARE))
        // Numbered on by the camera: q50 and q75 of one picture carry its time as well.
        .and(col(SERIES).equalTo(col(WINNER).getField(SERIES)));
  }

  /** An export often loses the fraction that the camera wrote. */
  private static Column isCoarse() {
    Column original = same(FINER, FOLDER).and(same(FINER, SOFTWARE));
    return not(col(FRACTION)).and(col(FINER).isNotNull()).and(not(original));
  }

  private static Column same(String other, String column) {
    return col(column).eqNullSafe(col(other).getField(column));
  }

  /** The time as text, cut: 10 characters are the day, 19 the second. */
  private static Column clock(int length) {
    return substring(col(ImagesView.TAKEN_AT).cast("string"), 1, length);
  }

  private static Column text(Column value) {
    return nullif(trim(value), lit(""));
  }
}
