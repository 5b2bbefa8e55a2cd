package io.lumina.burst;

import static org.apache.spark.sql.functions.asin;
import static org.apache.spark.sql.functions.bit_count;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.cos;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.minute;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.radians;
import static org.apache.spark.sql.functions.second;
import static org.apache.spark.sql.functions.sin;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.ImagesView;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Cuts the pictures of one camera, in the order of time, wherever the camera paused or moved. One
 * window holds all pictures of a camera in the catalog, so there are no seams. Without make and
 * model there is no camera, and without a trustworthy time no order: such pictures are left out.
 */
final class QuickSuccession {
  private static final double EARTH_RADIUS_METRES = 6_371_000;
  private static final String BEFORE = "before";
  private static final String RUN = "run";
  private static final String NEXT = "next";

  private QuickSuccession() {}

  /** Sets the key of frames that have none to one per uninterrupted run. */
  static Dataset<Row> join(Dataset<Row> frames, String key, BurstsConfig config) {
    Column eligible =
        col(key)
            .isNull()
            .and(col(Frames.CAMERA_KEY).isNotNull())
            .and(col(ImagesView.TAKEN_AT).isNotNull())
            .and(col(ImagesView.DATE_CONFIDENCE).geq(config.minimumConfidence()));
    // What takes no part gets a window of its own, so that it neither interrupts nor gathers.
    Column camera =
        when(eligible, concat_ws("\n", lit("camera"), col(Frames.CAMERA_KEY)))
            .otherwise(concat_ws("\n", lit("file"), col(ImagesView.IMAGE_ID)));
    WindowSpec time =
        Window.partitionBy(col(ImagesView.CATALOG_ID), camera)
            .orderBy(ImagesView.TAKEN_AT, ImagesView.SOURCE_PATH);
    Column here =
        struct(
            col(ImagesView.TAKEN_AT),
            col(ImagesView.DHASH),
            col(Frames.LATITUDE),
            col(Frames.LONGITUDE));
    Column goesOn =
        coalesce(soonEnough(config).and(nearEnough(config)), lit(false))
            .and(not(isPlaceholder(config)));
    return frames
        .withColumn(BEFORE, lag(here, 1).over(time))
        .withColumn(NEXT, when(goesOn, lit(0)).otherwise(lit(1)))
        .withColumn(RUN, sum(col(NEXT)).over(time))
        .withColumn(
            key,
            when(eligible, concat_ws("\n", lit("run"), col(Frames.CAMERA_KEY), col(RUN)))
                .otherwise(col(key)))
        .drop(BEFORE, NEXT, RUN);
  }

  private static Column soonEnough(BurstsConfig config) {
    Column gap = WallClock.seconds(before(ImagesView.TAKEN_AT), col(ImagesView.TAKEN_AT));
    // A camera that writes fractions writes .000 now and then; it takes two to tell that it cannot.
    Column fractions =
        WallClock.hasFraction(before(ImagesView.TAKEN_AT))
            .or(WallClock.hasFraction(col(ImagesView.TAKEN_AT)));
    Column limit = when(fractions, lit(config.seconds())).otherwise(lit(config.wholeSeconds()));
    Column alike = differentBits().leq(config.alikeBits());
    Column soonForAlike = gap.leq(config.alikeSeconds()).and(coalesce(alike, lit(false)));
    return gap.leq(limit).or(soonForAlike);
  }

  /**
   * Whether one time that two pictures bear says nothing of either: people date a box of scans
   * alike. It has no fraction, and the pictures are of different things, or it is a full hour and
   * nothing tells that a camera exposed them.
   */
  private static Column isPlaceholder(BurstsConfig config) {
    Column time = col(ImagesView.TAKEN_AT);
    Column one = time.equalTo(before(ImagesView.TAKEN_AT)).and(not(WallClock.hasFraction(time)));
    Column unlike = differentBits().gt(config.alikeBits());
    Column byHand =
        minute(time).equalTo(0).and(second(time).equalTo(0)).and(not(col(Frames.EXPOSED)));
    return coalesce(one.and(coalesce(unlike, lit(false)).or(byHand)), lit(false));
  }

  private static Column differentBits() {
    return bit_count(col(ImagesView.DHASH).bitwiseXOR(before(ImagesView.DHASH)));
  }

  /** By the haversine formula (R. W. Sinnott, Virtues of the Haversine, 1984). */
  private static Column nearEnough(BurstsConfig config) {
    Column lat = radians(col(Frames.LATITUDE));
    Column latBefore = radians(before(Frames.LATITUDE));
    Column lonApart = radians(col(Frames.LONGITUDE).minus(before(Frames.LONGITUDE)));
    Column chord =
        pow(sin(lat.minus(latBefore).divide(2)), 2)
            .plus(cos(lat).multiply(cos(latBefore)).multiply(pow(sin(lonApart.divide(2)), 2)));
    Column metres =
        asin(when(chord.leq(1), sqrt(chord)).when(chord.gt(1), lit(1d)))
            .multiply(2 * EARTH_RADIUS_METRES);
    return coalesce(metres.leq(config.metres()), lit(true));
  }

  private static Column before(String column) {
    return col(BEFORE).getField(column);
  }
}
