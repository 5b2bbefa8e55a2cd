package io.lumina.duplicates;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.lumina.duplicates.group.GroupPartition;
import io.lumina.duplicates.links.LinkColumns;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.Facts;
import io.lumina.duplicates.rule.Film;
import io.lumina.duplicates.rule.HashFamily;
import io.lumina.duplicates.rule.Moment;
import io.lumina.duplicates.rule.RuleColumns;
import io.lumina.duplicates.search.plan.NodeColumns;
import io.lumina.image.LaterFrames;
import io.lumina.table.BurstsTable;
import io.lumina.table.ComparedTable;
import io.lumina.table.FilesTable;
import io.lumina.table.ImagesView;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which files take part, and by what they are compared. */
public final class Contents {
  /** Pixels of the shorter side below which a picture is too small to compare. */
  static final int MIN_SIDE = 16;

  /** The format of contents that begin like no known one. */
  static final String NO_FORMAT = "UNKNOWN";

  /** Formats of pictures that may move. */
  private static final Object[] MOVING = {"GIF", "PNG", "WEBP", "AVIF", "HEIC", "HEIF"};

  /** The type of file that can be near another. */
  static final String IMAGE = "image";

  /** Columns that are worked out for the comparison. */
  static final List<String> MEASURES =
      List.of(RuleColumns.SHORT_SIDE, RuleColumns.RUNS, RuleColumns.FACTS, RuleColumns.MOMENT);

  private Contents() {}

  /** Present files whose content is known. */
  public static Dataset<Row> of(Dataset<Row> images, Dataset<Row> bursts, DuplicatesConfig config) {
    Dataset<Row> present =
        images.filter(
            col(ImagesView.STATE)
                .equalTo(FilesTable.PRESENT)
                .and(col(ImagesView.SHA256).isNotNull())
                // Empty files are equal and yet no copies of anything.
                .and(col(ImagesView.SIZE_BYTES).gt(0))
                // So are files that a failed disk or copy filled with zeros.
                .and(coalesce(col(ImagesView.FORMAT).notEqual(NO_FORMAT), lit(true))));
    Dataset<Row> taking =
        config.bursts() == BurstMode.EXCLUDE_ALL
            ? present.join(bursts.select(BurstsTable.IMAGE_ID), ImagesView.IMAGE_ID, "left_anti")
            : present;
    return sided(taking);
  }

  /** Images with {@link #MEASURES}. */
  static Dataset<Row> measured(Dataset<Row> images) {
    return withFacts(sided(images));
  }

  /** What {@link #of} gives, with what the rule asks beside the hashes. */
  static Dataset<Row> withFacts(Dataset<Row> sided) {
    return sided
        .withColumn(RuleColumns.FACTS, Facts.column())
        .withColumn(RuleColumns.MOMENT, Moment.column());
  }

  private static Dataset<Row> sided(Dataset<Row> images) {
    Column sides = col(ImagesView.WIDTH).isNotNull().and(col(ImagesView.HEIGHT).isNotNull());
    Column duration = col(ImagesView.METADATA).getField("duration");
    return images
        .withColumn(
            RuleColumns.SHORT_SIDE,
            when(sides, least(col(ImagesView.WIDTH), col(ImagesView.HEIGHT))))
        .withColumn(RuleColumns.RUNS, when(col(ImagesView.FORMAT).isin(MOVING), duration));
  }

  /**
   * Says by what each file is compared: {@link NodeColumns#NEAR} whether it can be near another or
   * matches by checksum only, and {@link LinkColumns#NODE}.
   */
  static Dataset<Row> nodes(Dataset<Row> contents, AcceptRule rule) {
    Column checksum = xxhash64(col(ImagesView.SHA256));
    return contents
        .withColumn(NodeColumns.NEAR, coalesce(isComparable(rule), lit(false)))
        .withColumn(
            LinkColumns.NODE,
            rule.needsEvidence()
                ? checksum
                : when(col(NodeColumns.NEAR), col(ImagesView.DHASH)).otherwise(checksum));
  }

  /**
   * With {@link ComparedTable#TOKEN}: another one if the content, its hashes or the rule change.
   */
  static Dataset<Row> withToken(Dataset<Row> comparable, AcceptRule rule) {
    List<Column> compared = new ArrayList<>();
    compared.add(lit(GroupPartition.ALGORITHM_VERSION));
    compared.add(lit(rule.sentence()));
    compared.add(col(ImagesView.SHA256));
    for (HashFamily family : rule.families()) {
      compared.add(family.value());
    }
    if (rule.needsEvidence()) {
      compared.add(col(ImagesView.PDQ));
      compared.add(col(ImagesView.DHASH));
      compared.add(col(RuleColumns.FACTS));
      compared.add(col(RuleColumns.MOMENT));
    }
    return comparable.withColumn(ComparedTable.TOKEN, xxhash64(compared.toArray(Column[]::new)));
  }

  /** Whether it is known what an animation shows later. */
  private static Column hasFrames() {
    return coalesce(length(col(ImagesView.FRAMES)).equalTo(LaterFrames.LENGTH), lit(false));
  }

  private static Column isComparable(AcceptRule rule) {
    Column comparable =
        col(ImagesView.FILE_TYPE)
            .equalTo(IMAGE)
            .and(col(RuleColumns.RUNS).isNull().or(hasFrames()))
            .and(col(ImagesView.PDQ_QUALITY).geq(Film.MIN_PDQ_QUALITY))
            .and(col(RuleColumns.SHORT_SIDE).geq(MIN_SIDE));
    for (HashFamily family : rule.families()) {
      comparable = comparable.and(family.value().isNotNull());
    }
    if (rule.needsEvidence()) {
      comparable =
          comparable
              .and(col(ImagesView.PDQ).isNotNull())
              .and(col(ImagesView.DHASH).isNotNull())
              .and(col(ImagesView.ALGO_VERSION).isNotNull());
    }
    return rule.comparesTurns() ? comparable.and(col(ImagesView.LUMA).isNotNull()) : comparable;
  }
}
