package io.lumina.duplicates.variant;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.lumina.table.ImagesView;
import io.lumina.table.MembersTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * The contents of pairs, one row each: the image that speaks for it, which is the best of its group
 * where it is in one, how large it is, and what it must not share with its variants.
 */
final class ShownContents {
  /** The image that speaks for a content. */
  static final String SHOWN = "shown";

  /** Names of {@link Barriers}; null for most. */
  static final String BARRIERS = "barriers";

  static final String PIXELS = "pixels";

  private static final String PRIMARY = "primary";
  private static final String BEST = "best";
  private static final String BEST_SHA = "best_sha256";

  private ShownContents() {}

  /**
   * Looks contents up.
   *
   * @param files rows of pictures, several where a content has copies
   * @param wanted nodes
   * @param memberships group, image, checksum and relation of members
   */
  static Dataset<Row> of(
      Dataset<Row> files, Dataset<Row> wanted, Dataset<Row> memberships, Barriers barriers) {
    Dataset<Row> best =
        memberships
            .filter(col(MembersTable.RELATION).equalTo(PRIMARY))
            .select(
                col(MembersTable.GROUP_ID),
                col(MembersTable.IMAGE_ID).as(BEST),
                col(MembersTable.SHA256).as(BEST_SHA));
    Dataset<Row> bestOf =
        memberships
            .select(MembersTable.IMAGE_ID, MembersTable.GROUP_ID)
            .join(best, MembersTable.GROUP_ID);
    Dataset<Row> some =
        files
            .select(
                ChangedPictures.node(),
                col(ImagesView.CATALOG_ID),
                col(ImagesView.IMAGE_ID),
                col(ImagesView.SHA256),
                col(ImagesView.WIDTH)
                    .cast(DataTypes.LongType)
                    .multiply(col(ImagesView.HEIGHT))
                    .as(PIXELS),
                col(ImagesView.SIZE_BYTES))
            .join(wanted, new String[] {VariantColumns.NODE}, "left_semi")
            .join(bestOf, new String[] {MembersTable.IMAGE_ID}, "left");
    Dataset<Row> contents =
        some.groupBy(VariantColumns.NODE)
            .agg(
                min(ImagesView.CATALOG_ID).as(ImagesView.CATALOG_ID),
                coalesce(max(BEST), min(ImagesView.IMAGE_ID)).as(SHOWN),
                max(PIXELS).as(PIXELS),
                max(ImagesView.SIZE_BYTES).as(ImagesView.SIZE_BYTES));
    return contents.join(barriers(some, barriers), new String[] {VariantColumns.NODE}, "left");
  }

  /** Those of all its files and of the best of its group. */
  private static Dataset<Row> barriers(Dataset<Row> some, Barriers barriers) {
    Dataset<Row> ofImages =
        some.select(
                col(VariantColumns.NODE),
                explode(array(col(ImagesView.IMAGE_ID), col(BEST))).as(ImagesView.IMAGE_ID))
            .join(barriers.ofImages(), ImagesView.IMAGE_ID)
            .select(VariantColumns.NODE, Barriers.BARRIER);
    Dataset<Row> ofContents =
        some.select(
                col(VariantColumns.NODE),
                explode(array(col(ImagesView.SHA256), col(BEST_SHA))).as(ImagesView.SHA256))
            .join(barriers.ofContents(), ImagesView.SHA256)
            .select(VariantColumns.NODE, Barriers.BARRIER);
    return ofImages
        .union(ofContents)
        .groupBy(VariantColumns.NODE)
        .agg(collect_set(Barriers.BARRIER).as(BARRIERS));
  }
}
