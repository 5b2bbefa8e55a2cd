package io.lumina.burst;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.ImagesView;
import io.lumina.table.ShotsTable;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Finds the files of one press of the shutter.
 *
 * <p>Files of one folder and stem belong together when their formats do (one RAW, one HEIC, one
 * JPEG, one clip of at most ten seconds) and embedded dates put them within three seconds; an Apple
 * content identifier joins a still and a clip whatever their names. Names alone never join. The RAW
 * stands for the shot, else the HEIC, else the JPEG; among files of one stem one that is severely
 * corrupt comes last.
 */
public final class Shots {
  private static final String SIZE = "size";
  private static final String LOWEST = "lowest";

  private Shots() {}

  /**
   * Rows of {@link ImagesView} in, rows of {@link ShotsTable} out: one per member of a shot of two
   * or more files that are present. The id of a shot follows from its lowest image id.
   */
  public static Dataset<Row> of(Dataset<Row> images) {
    Dataset<Row> joined = SameIdentifier.join(SameStem.join(Candidate.of(images)));
    WindowSpec shot = Window.partitionBy(ImagesView.CATALOG_ID, Candidate.ANCHOR);
    return joined
        .withColumn(SIZE, count(lit(1)).over(shot))
        .filter(col(SIZE).gt(1))
        .withColumn(LOWEST, min(col(ImagesView.IMAGE_ID)).over(shot))
        .select(
            col(ImagesView.CATALOG_ID).as(ShotsTable.CATALOG_ID),
            NameUuid.of("shot", col(ImagesView.CATALOG_ID), col(LOWEST)).as(ShotsTable.SHOT_ID),
            kind(shot).as(ShotsTable.KIND),
            col(ImagesView.IMAGE_ID).as(ShotsTable.IMAGE_ID),
            col(ImagesView.IMAGE_ID).equalTo(col(Candidate.ANCHOR)).as(ShotsTable.IS_PRIMARY));
  }

  /** live_photo where Apple wrote the clip, else motion_photo; stills by their families. */
  private static Column kind(WindowSpec shot) {
    Column apple = Candidate.isClip().and(col(Candidate.QUICKTIME).or(Candidate.isIdentified()));
    return when(max(apple).over(shot), lit("live_photo"))
        .when(max(Candidate.isClip()).over(shot), lit("motion_photo"))
        .otherwise(
            concat_ws(
                "_",
                name(MediaFamily.RAW, shot),
                name(MediaFamily.HEIC, shot),
                name(MediaFamily.JPEG, shot)));
  }

  private static Column name(MediaFamily family, WindowSpec shot) {
    Column is = col(Candidate.FAMILY).equalTo(family.ordinal());
    return max(when(is, lit(family.name().toLowerCase(Locale.ROOT)))).over(shot);
  }
}
