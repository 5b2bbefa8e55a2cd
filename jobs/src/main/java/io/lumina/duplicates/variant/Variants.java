package io.lumina.duplicates.variant;

import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.lumina.duplicates.group.GroupTables;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.VariantKind;
import io.lumina.table.ImagesView;
import io.lumina.table.VariantsTable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** All variants of a catalog: rows of {@link VariantsTable} without run id, held until closed. */
public final class Variants implements AutoCloseable {
  private static final String OF_A = "a_";
  private static final String OF_B = "b_";
  private static final String ONE = "one";
  private static final String OTHER = "other";
  private static final String FIRST = "first";
  private static final String RANK = "rank";

  private final Dataset<Row> rows;
  private final List<Dataset<Row>> held;

  private Variants(Dataset<Row> rows, List<Dataset<Row>> held) {
    this.rows = rows;
    this.held = List.copyOf(held);
  }

  /**
   * Finds turned and framed pictures, and adds those with other captions.
   *
   * @param comparable pictures that may be near others, with what a rule asks beside hashes
   * @param rule that says what is near
   * @param groups what became of what is near
   */
  public static Variants of(
      Dataset<Row> comparable, AcceptRule rule, GroupTables groups, Barriers barriers) {
    Dataset<Row> pairs =
        ChangedPictures.pairs(comparable, new VariantRule(rule))
            .persist(StorageLevel.MEMORY_AND_DISK());
    if (pairs.isEmpty()) {
      Dataset<Row> captioned = groups.captioned().persist(StorageLevel.MEMORY_AND_DISK());
      return new Variants(captioned, List.of(captioned, pairs));
    }
    Dataset<Row> contents =
        ShownContents.of(comparable, ends(pairs), groups.memberships(), barriers)
            .persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> rows =
        once(changed(pairs, contents).unionByName(groups.captioned()))
            .persist(StorageLevel.MEMORY_AND_DISK());
    return new Variants(rows, List.of(rows, contents, pairs));
  }

  public Dataset<Row> rows() {
    return rows;
  }

  @Override
  public void close() {
    held.forEach(Dataset::unpersist);
  }

  private static Dataset<Row> ends(Dataset<Row> pairs) {
    return pairs
        .select(col(VariantColumns.A).as(VariantColumns.NODE))
        .union(pairs.select(col(VariantColumns.B)))
        .distinct();
  }

  private static Dataset<Row> changed(Dataset<Row> pairs, Dataset<Row> contents) {
    Column swapped =
        col(VariantColumns.KIND).equalTo(VariantKind.TURNED.label()).and(size(OF_A).lt(size(OF_B)));
    return pairs
        .join(side(contents, OF_A), col(VariantColumns.A).equalTo(col(OF_A + VariantColumns.NODE)))
        .join(side(contents, OF_B), col(VariantColumns.B).equalTo(col(OF_B + VariantColumns.NODE)))
        .filter(
            col(OF_A + ShownContents.SHOWN)
                .notEqual(col(OF_B + ShownContents.SHOWN))
                .and(
                    not(
                        coalesce(
                            arrays_overlap(
                                col(OF_A + ShownContents.BARRIERS),
                                col(OF_B + ShownContents.BARRIERS)),
                            lit(false)))))
        .select(
            col(OF_A + ImagesView.CATALOG_ID).as(VariantsTable.CATALOG_ID),
            when(swapped, col(OF_B + ShownContents.SHOWN))
                .otherwise(col(OF_A + ShownContents.SHOWN))
                .as(VariantsTable.IMAGE_ID),
            when(swapped, col(OF_A + ShownContents.SHOWN))
                .otherwise(col(OF_B + ShownContents.SHOWN))
                .as(VariantsTable.VARIANT_IMAGE_ID),
            col(VariantColumns.KIND).as(VariantsTable.KIND),
            col(VariantColumns.BITS).as(VariantsTable.DISTANCE),
            when(swapped, col(VariantColumns.WORDS_BACK))
                .otherwise(col(VariantColumns.WORDS))
                .as(VariantsTable.EXPLANATION));
  }

  private static Dataset<Row> side(Dataset<Row> contents, String prefix) {
    return contents.select(
        Arrays.stream(contents.columns())
            .map(column -> col(column).as(prefix + column))
            .toArray(Column[]::new));
  }

  /** Of two that are equally large the order of their ids decides: the same on every night. */
  private static Column size(String prefix) {
    return struct(
        col(prefix + ShownContents.PIXELS),
        col(prefix + ImagesView.SIZE_BYTES),
        col(prefix + ShownContents.SHOWN));
  }

  /** One row for two images, whatever is found of them, and by whichever of their contents. */
  private static Dataset<Row> once(Dataset<Row> variants) {
    Column rank = lit(VariantKind.values().length);
    for (VariantKind kind : VariantKind.values()) {
      rank = when(col(VariantsTable.KIND).equalTo(kind.label()), kind.ordinal()).otherwise(rank);
    }
    Column first =
        struct(
            rank.as(RANK),
            col(VariantsTable.DISTANCE),
            col(VariantsTable.IMAGE_ID),
            col(VariantsTable.VARIANT_IMAGE_ID),
            col(VariantsTable.KIND),
            col(VariantsTable.EXPLANATION),
            col(VariantsTable.CATALOG_ID));
    return variants
        .groupBy(
            least(col(VariantsTable.IMAGE_ID), col(VariantsTable.VARIANT_IMAGE_ID)).as(ONE),
            greatest(col(VariantsTable.IMAGE_ID), col(VariantsTable.VARIANT_IMAGE_ID)).as(OTHER))
        .agg(min(first).as(FIRST))
        .select(FIRST + ".*")
        .drop(RANK);
  }
}
