package io.lumina.duplicates;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.lumina.table.BurstsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.ImagesView;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which files take part, and by what they are compared. */
final class Contents {
  /** PDQ's own quality below which a picture is too flat to compare. */
  static final int MIN_PDQ_QUALITY = 50;

  /** Pixels of the shorter side below which a picture is too small to compare. */
  static final int MIN_SIDE = 16;

  private static final String IMAGE = "image";

  private Contents() {}

  /** Present files whose content is known, with node and sides. */
  static Dataset<Row> of(Dataset<Row> images, Dataset<Row> bursts, DuplicatesConfig config) {
    Dataset<Row> present =
        images.filter(
            col(ImagesView.STATE)
                .equalTo(FilesTable.PRESENT)
                .and(col(ImagesView.SHA256).isNotNull())
                // Empty files are equal and yet no copies of anything.
                .and(col(ImagesView.SIZE_BYTES).gt(0)));
    Dataset<Row> taking =
        config.bursts() == BurstMode.EXCLUDE_ALL
            ? present.join(bursts.select(BurstsTable.IMAGE_ID), ImagesView.IMAGE_ID, "left_anti")
            : present;
    return taking
        .withColumn(NodeColumns.SHORT_SIDE, least(col(ImagesView.WIDTH), col(ImagesView.HEIGHT)))
        .withColumn(NodeColumns.FACTS, Facts.column());
  }

  /** The files that can be near another, with the node by which they are compared. */
  static Dataset<Row> comparable(Dataset<Row> contents, AcceptRule rule) {
    return contents.filter(isComparable(rule)).withColumn(NodeColumns.NODE, node(rule));
  }

  /** All others: they match by checksum only. */
  static Dataset<Row> others(Dataset<Row> contents, AcceptRule rule) {
    return contents
        .filter(coalesce(isComparable(rule), lit(false)).equalTo(lit(false)))
        .withColumn(NodeColumns.NODE, xxhash64(col(ImagesView.SHA256)));
  }

  private static Column node(AcceptRule rule) {
    return rule.needsEvidence() ? xxhash64(col(ImagesView.SHA256)) : col(ImagesView.DHASH);
  }

  private static Column isComparable(AcceptRule rule) {
    Column comparable =
        col(ImagesView.FILE_TYPE)
            .equalTo(IMAGE)
            .and(col(ImagesView.PDQ_QUALITY).geq(MIN_PDQ_QUALITY))
            .and(col(NodeColumns.SHORT_SIDE).geq(MIN_SIDE));
    for (HashFamily family : rule.families()) {
      comparable = comparable.and(family.value().isNotNull());
    }
    if (rule.needsEvidence()) {
      comparable =
          comparable
              .and(col(ImagesView.PDQ).isNotNull())
              .and(col(ImagesView.DHASH).isNotNull())
              .and(col(NodeColumns.FACTS).isNotNull());
    }
    return rule.comparesTurns() ? comparable.and(col(ImagesView.LUMA).isNotNull()) : comparable;
  }
}
