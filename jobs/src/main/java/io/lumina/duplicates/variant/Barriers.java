package io.lumina.duplicates.variant;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.lumina.table.BurstsTable;
import io.lumina.table.DecisionRows;
import io.lumina.table.ImagesView;
import io.lumina.table.ShotsTable;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What two pictures share that are never listed beside each other: a shot, a burst, or a decision
 * that they are no duplicates, by whoever looked at them.
 *
 * @param shots rows of {@link ShotsTable}
 * @param bursts rows of {@link BurstsTable}
 * @param decisions rows of {@link DecisionRows}
 */
public record Barriers(Dataset<Row> shots, Dataset<Row> bursts, Dataset<Row> decisions) {
  /** A name of what is shared. */
  static final String BARRIER = "barrier";

  public Barriers {
    Objects.requireNonNull(shots, "shots");
    Objects.requireNonNull(bursts, "bursts");
    Objects.requireNonNull(decisions, "decisions");
  }

  /** Image and barrier. */
  Dataset<Row> ofImages() {
    return shots
        .select(col(ImagesView.IMAGE_ID), named("shot ", col(ShotsTable.SHOT_ID)))
        .union(bursts.select(col(ImagesView.IMAGE_ID), named("burst ", col(BurstsTable.BURST_ID))));
  }

  /** Checksum and barrier. */
  Dataset<Row> ofContents() {
    return decisions
        .filter(col(DecisionRows.KIND).equalTo(DecisionRows.NOT_DUPLICATE))
        .select(
            explode(col(DecisionRows.CHECKSUMS)).as(ImagesView.SHA256),
            named("decision ", xxhash64(col(DecisionRows.CHECKSUMS))));
  }

  private static Column named(String kind, Column name) {
    return concat(lit(kind), name.cast("string")).as(BARRIER);
  }
}
