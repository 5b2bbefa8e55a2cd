package io.lumina.burst;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.ImagesView;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Joins the still and the clip of an Apple content identifier whatever they are called: one with
 * one, first inside a folder, then across folders. Further copies stay alone or form a shot of
 * their own folder, so that they are still found as duplicates.
 */
final class SameIdentifier {
  private static final String PAIRED = "paired";
  private static final String IS_CLIP = "is_clip";
  private static final String NTH = "nth";
  private static final String STILL = "still";
  private static final String CLIP = "clip";

  private SameIdentifier() {}

  /** Sets the anchor of clips that {@link SameStem} left without their still. */
  static Dataset<Row> join(Dataset<Row> candidates) {
    WindowSpec shot =
        Window.partitionBy(
            col(ImagesView.CATALOG_ID), col(Candidate.ANCHOR), col(Candidate.IDENTIFIER));
    Dataset<Row> marked =
        candidates
            .withColumn(IS_CLIP, Candidate.isClip())
            .withColumn(
                PAIRED, max(col(IS_CLIP)).over(shot).and(max(not(col(IS_CLIP))).over(shot)));
    Dataset<Row> inFolders = pair(marked, List.of(Candidate.FOLDER));
    return pair(inFolders, List.of()).drop(PAIRED, IS_CLIP);
  }

  private static Dataset<Row> pair(Dataset<Row> rows, List<String> scope) {
    List<Column> columns = new ArrayList<>();
    columns.add(col(ImagesView.CATALOG_ID));
    columns.add(col(Candidate.IDENTIFIER));
    columns.add(col(PAIRED));
    scope.forEach(name -> columns.add(col(name)));
    WindowSpec all = Window.partitionBy(columns.toArray(Column[]::new));
    columns.add(col(IS_CLIP));
    WindowSpec kind =
        Window.partitionBy(columns.toArray(Column[]::new))
            .orderBy(length(col(ImagesView.SOURCE_PATH)), col(ImagesView.SOURCE_PATH));
    Column first = col(NTH).equalTo(1).and(not(col(PAIRED)));
    Column met = first.and(col(STILL).isNotNull()).and(col(CLIP).isNotNull());
    return rows.withColumn(NTH, row_number().over(kind))
        .withColumn(STILL, max(when(first.and(not(col(IS_CLIP))), col(Candidate.ANCHOR))).over(all))
        .withColumn(CLIP, max(when(first.and(col(IS_CLIP)), col(ImagesView.IMAGE_ID))).over(all))
        .withColumn(
            Candidate.ANCHOR,
            when(met.and(col(IS_CLIP)), col(STILL)).otherwise(col(Candidate.ANCHOR)))
        .withColumn(PAIRED, col(PAIRED).or(met))
        .drop(NTH, STILL, CLIP);
  }
}
