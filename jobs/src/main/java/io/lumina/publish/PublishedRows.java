package io.lumina.publish;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.BurstsTable;
import io.lumina.table.GroupsTable;
import io.lumina.table.MembersTable;
import io.lumina.table.ShotsTable;
import io.lumina.table.VariantsTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Shots, bursts, duplicate groups and variants as PostgreSQL stores them, in the order of staging.
 */
final class PublishedRows {
  private PublishedRows() {}

  /** Members in, one row per shot out: id, kind, primary image (the lowest id when none is). */
  static Dataset<Row> shots(Dataset<Row> shots) {
    return shots
        .groupBy(ShotsTable.SHOT_ID)
        .agg(min(col(ShotsTable.KIND)), chosen(ShotsTable.IS_PRIMARY, ShotsTable.IMAGE_ID));
  }

  /** Frames in, one row per burst out: id, camera, first and last time, frames, best image. */
  static Dataset<Row> bursts(Dataset<Row> bursts) {
    return bursts
        .groupBy(BurstsTable.BURST_ID)
        .agg(
            first(col(BurstsTable.CAMERA), true),
            min(col(BurstsTable.STARTED_AT)),
            max(col(BurstsTable.ENDED_AT)),
            max(col(BurstsTable.FRAME_COUNT)),
            chosen(BurstsTable.IS_BEST, BurstsTable.IMAGE_ID));
  }

  static Dataset<Row> groups(Dataset<Row> groups) {
    return groups.select(
        GroupsTable.GROUP_ID,
        GroupsTable.KIND,
        GroupsTable.PRIMARY_IMAGE_ID,
        GroupsTable.PRIMARY_HASH,
        GroupsTable.SIMILARITY_THRESHOLD,
        GroupsTable.MEMBER_COUNT,
        GroupsTable.DIAMETER_BITS,
        GroupsTable.RECLAIMABLE_BYTES,
        GroupsTable.RUN_ID);
  }

  static Dataset<Row> members(Dataset<Row> members) {
    return members.select(
        MembersTable.GROUP_ID,
        MembersTable.IMAGE_ID,
        MembersTable.RELATION,
        MembersTable.DISTANCE,
        MembersTable.SIMILARITY,
        MembersTable.EXPLANATION);
  }

  static Dataset<Row> variants(Dataset<Row> variants) {
    return variants.select(
        VariantsTable.IMAGE_ID,
        VariantsTable.VARIANT_IMAGE_ID,
        VariantsTable.KIND,
        VariantsTable.DISTANCE,
        VariantsTable.EXPLANATION,
        VariantsTable.RUN_ID);
  }

  private static Column chosen(String flag, String imageId) {
    Column flagged = when(coalesce(col(flag), lit(false)), col(imageId));
    return coalesce(min(flagged), min(col(imageId)));
  }
}
