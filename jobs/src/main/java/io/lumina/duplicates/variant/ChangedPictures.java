package io.lumina.duplicates.variant;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import io.lumina.duplicates.rule.RuleColumns;
import io.lumina.table.ImagesView;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Finds pictures that are others turned or framed. Each picture goes to two keys and is compared
 * inside of these, whatever was compared before: the answer follows from the pictures alone.
 */
final class ChangedPictures {
  private ChangedPictures() {}

  /**
   * Pairs of contents.
   *
   * @param comparable pictures that may be near others, with what a rule asks beside hashes
   * @return rows of {@link VariantColumns#PAIRS}; a pair may come more than once
   */
  static Dataset<Row> pairs(Dataset<Row> comparable, VariantRule rule) {
    return comparable
        // An animation is known by its first frame here, which others may have too.
        .filter(col(RuleColumns.RUNS).isNull())
        .select(
            node(),
            col(ImagesView.AHASH),
            col(ImagesView.WHASH),
            col(ImagesView.DHASH),
            col(ImagesView.PDQ),
            col(ImagesView.UNFRAMED),
            col(RuleColumns.FACTS),
            col(RuleColumns.MOMENT))
        .filter(
            col(ImagesView.AHASH)
                .isNotNull()
                .and(col(ImagesView.WHASH).isNotNull())
                .and(col(ImagesView.DHASH).isNotNull())
                .and(col(ImagesView.PDQ).isNotNull())
                .and(col(RuleColumns.FACTS).isNotNull()))
        .mapPartitions(new VariantKeys(), Encoders.row(VariantColumns.KEYED))
        .repartition(col(VariantColumns.KEY))
        .sortWithinPartitions(VariantColumns.KEY)
        .mapPartitions(new VariantBuckets(rule), Encoders.row(VariantColumns.PAIRS));
  }

  /** The number of a content. */
  static Column node() {
    return xxhash64(col(ImagesView.SHA256)).as(VariantColumns.NODE);
  }
}
