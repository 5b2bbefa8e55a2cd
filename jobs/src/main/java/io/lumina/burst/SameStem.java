package io.lumina.burst;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.ImagesView;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Joins files of one folder and stem whose formats belong together and whose times agree. */
final class SameStem {
  /** Dates below this come from names, folders or the file system and prove nothing here. */
  private static final int EMBEDDED_DATE = 85;

  private static final double SECONDS_APART = 3;
  private static final double LONGEST_CLIP = 10;
  private static final double QUARTER_HOUR = 900;
  private static final double WIDEST_ZONE = 14 * 3_600;

  private static final String HEAD = "head";
  private static final String NTH = "nth";

  private SameStem() {}

  /** Sets the anchor of each file that belongs to another. */
  static Dataset<Row> join(Dataset<Row> candidates) {
    WindowSpec stem = Window.partitionBy(ImagesView.CATALOG_ID, Candidate.FOLDER, Candidate.STEM);
    WindowSpec family =
        Window.partitionBy(
                ImagesView.CATALOG_ID, Candidate.FOLDER, Candidate.STEM, Candidate.FAMILY)
            .orderBy(Candidate.UNREADABLE, ImagesView.SOURCE_PATH);
    Column still =
        struct(
            col(Candidate.UNREADABLE),
            col(Candidate.FAMILY),
            col(ImagesView.SOURCE_PATH),
            col(ImagesView.IMAGE_ID),
            col(ImagesView.TAKEN_AT),
            col(ImagesView.DATE_CONFIDENCE),
            col(Candidate.OFFSET),
            col(Candidate.MODEL),
            col(Candidate.IDENTIFIER));
    return candidates
        .withColumn(HEAD, min(when(not(Candidate.isClip()), still)).over(stem))
        .withColumn(NTH, row_number().over(family))
        .withColumn(
            Candidate.ANCHOR,
            when(belongs(), head(ImagesView.IMAGE_ID)).otherwise(col(ImagesView.IMAGE_ID)))
        .drop(HEAD, NTH);
  }

  private static Column belongs() {
    Column rule =
        col(NTH)
            .equalTo(1)
            .and(head(Candidate.FAMILY).notEqual(col(Candidate.FAMILY)))
            .and(head(ImagesView.DATE_CONFIDENCE).geq(EMBEDDED_DATE))
            .and(col(ImagesView.DATE_CONFIDENCE).geq(EMBEDDED_DATE))
            .and(sameIdentifier())
            .and(sameModel())
            .and(shortEnough())
            .and(sameTime());
    return coalesce(rule, lit(false));
  }

  private static Column sameIdentifier() {
    Column bothKnown =
        Candidate.isIdentified()
            .and(head(Candidate.IDENTIFIER).notEqual(head(ImagesView.IMAGE_ID)));
    return not(bothKnown).or(head(Candidate.IDENTIFIER).equalTo(col(Candidate.IDENTIFIER)));
  }

  /** Two cameras may both have written IMG_0001 at a wedding; clips name their camera otherwise. */
  private static Column sameModel() {
    Column same = head(Candidate.MODEL).equalTo(col(Candidate.MODEL));
    return Candidate.isClip().or(coalesce(same, lit(true)));
  }

  private static Column shortEnough() {
    Column length = coalesce(col(Candidate.DURATION), lit(0d));
    return not(Candidate.isClip()).or(length.leq(LONGEST_CLIP));
  }

  /**
   * The clocks on the wall agree, or the instants do. A QuickTime time without an offset is UTC
   * although it may be shown as local, so for a clip the two may differ by a zone: by whole quarter
   * hours, 14 hours at most.
   */
  private static Column sameTime() {
    Column gap = WallClock.seconds(head(ImagesView.TAKEN_AT), col(ImagesView.TAKEN_AT));
    Column instants = gap.minus(col(Candidate.OFFSET).minus(head(Candidate.OFFSET)));
    Column beyondZone = abs(gap).mod(lit(QUARTER_HOUR));
    Column zoneUnknown =
        coalesce(col(Candidate.OFFSET), lit(0)).equalTo(0).or(head(Candidate.OFFSET).isNull());
    Column zoneApart =
        Candidate.isClip()
            .and(zoneUnknown)
            .and(abs(gap).leq(WIDEST_ZONE + SECONDS_APART))
            .and(beyondZone.leq(SECONDS_APART).or(beyondZone.geq(QUARTER_HOUR - SECONDS_APART)));
    return abs(gap)
        .leq(SECONDS_APART)
        .or(coalesce(abs(instants).leq(SECONDS_APART), lit(false)))
        .or(zoneApart);
  }

  private static Column head(String field) {
    return col(HEAD).getField(field);
  }
}
