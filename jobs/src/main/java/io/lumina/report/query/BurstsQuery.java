package io.lumina.report.query;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import io.lumina.report.model.Bursts;
import io.lumina.report.model.Bursts.Burst;
import io.lumina.report.model.Bursts.Frame;
import io.lumina.report.model.ReportLimits;
import io.lumina.report.model.ShotTally;
import io.lumina.table.BurstsTable;
import io.lumina.table.ImagesView;
import io.lumina.table.ShotsTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Bursts and shots for a page. */
final class BurstsQuery {
  private static final String BURSTS = "bursts";
  private static final String FRAMES = "frames";
  private static final String SHOTS = "shots";
  private static final String FILES = "files";
  private static final String RANK = "rank";

  private BurstsQuery() {}

  /**
   * Bursts with their pictures.
   *
   * @param images {@link ReportRows#columns()}
   */
  static Bursts bursts(Dataset<Row> bursts, Dataset<Row> images, ReportLimits limits) {
    Row totals =
        bursts
            .agg(
                countDistinct(BurstsTable.BURST_ID).as(BURSTS),
                countDistinct(col(BurstsTable.BURST_ID), col(BurstsTable.POSITION)).as(FRAMES))
            .first();
    List<Row> longest = longest(bursts, limits.bursts());
    List<String> ids = longest.stream().map(BurstsQuery::burstId).toList();
    Map<String, List<Row>> frames =
        frames(bursts, images, ids, limits.framesPerBurst()).collectAsList().stream()
            .sorted(Comparator.comparing(row -> ReportRows.number(row, BurstsTable.POSITION)))
            .collect(Collectors.groupingBy(BurstsQuery::burstId));
    return new Bursts(
        ReportRows.number(totals, BURSTS),
        ReportRows.number(totals, FRAMES),
        longest.stream()
            .map(row -> burst(row, frames.getOrDefault(burstId(row), List.of())))
            .toList());
  }

  /** Shots of two or more files, the most frequent kind first. */
  static List<ShotTally> shots(Dataset<Row> shots) {
    return shots
        .groupBy(ShotsTable.KIND)
        .agg(countDistinct(ShotsTable.SHOT_ID).as(SHOTS), count(lit(1)).as(FILES))
        .orderBy(col(SHOTS).desc(), col(ShotsTable.KIND))
        .collectAsList()
        .stream()
        .map(
            row ->
                new ShotTally(
                    ReportRows.text(row, ShotsTable.KIND),
                    ReportRows.number(row, SHOTS),
                    ReportRows.number(row, FILES)))
        .toList();
  }

  private static List<Row> longest(Dataset<Row> bursts, int limit) {
    return bursts
        .groupBy(BurstsTable.BURST_ID)
        .agg(
            max(BurstsTable.CAMERA).as(BurstsTable.CAMERA),
            max(BurstsTable.STARTED_AT).as(BurstsTable.STARTED_AT),
            max(BurstsTable.ENDED_AT).as(BurstsTable.ENDED_AT),
            max(BurstsTable.FRAME_COUNT).as(BurstsTable.FRAME_COUNT))
        .orderBy(
            col(BurstsTable.FRAME_COUNT).desc(),
            col(BurstsTable.STARTED_AT),
            col(BurstsTable.BURST_ID))
        .limit(limit)
        .collectAsList();
  }

  /** One file for each frame, at most {@code limit} of each burst, the best always among them. */
  private static Dataset<Row> frames(
      Dataset<Row> bursts, Dataset<Row> images, List<String> ids, int limit) {
    Column best = col(BurstsTable.IS_BEST).desc_nulls_last();
    // Of a RAW with its JPEG the one that a thumbnail can be made of.
    Column jpegFirst = when(col(ImagesView.FORMAT).equalTo("JPEG"), 0).otherwise(1);
    Dataset<Row> some =
        bursts
            .filter(col(BurstsTable.BURST_ID).isInCollection(ids))
            .select(
                BurstsTable.IMAGE_ID,
                BurstsTable.BURST_ID,
                BurstsTable.POSITION,
                BurstsTable.IS_BEST);
    return images
        .join(broadcast(some), BurstsTable.IMAGE_ID)
        .withColumn(
            RANK,
            row_number()
                .over(
                    Window.partitionBy(BurstsTable.BURST_ID, BurstsTable.POSITION)
                        .orderBy(best, jpegFirst, col(BurstsTable.IMAGE_ID))))
        .filter(col(RANK).equalTo(1))
        .withColumn(
            RANK,
            row_number()
                .over(
                    Window.partitionBy(BurstsTable.BURST_ID)
                        .orderBy(best, col(BurstsTable.POSITION))))
        .filter(col(RANK).leq(limit));
  }

  private static Burst burst(Row row, List<Row> frames) {
    return new Burst(
        ReportRows.text(row, BurstsTable.CAMERA),
        ReportRows.time(row, BurstsTable.STARTED_AT),
        ReportRows.time(row, BurstsTable.ENDED_AT),
        (int) ReportRows.number(row, BurstsTable.FRAME_COUNT),
        frames.stream()
            .map(
                frame ->
                    new Frame(
                        ReportRows.picture(frame),
                        Boolean.TRUE.equals(frame.getAs(BurstsTable.IS_BEST))))
            .toList());
  }

  private static String burstId(Row row) {
    return ReportRows.text(row, BurstsTable.BURST_ID);
  }
}
