package io.lumina.publish;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What is copied before the merge: a query whose columns the staging table takes, and the rows. */
enum StagedTable {
  IMAGES(
      "images",
      """
      SELECT i.id, source_path, checksum, file_type, mime_type, size_bytes, modified_at, width,
        height, metadata, dates, taken_at, taken_offset, date_confidence, date_source,
        date_reasons, quality_score, quality, corruption, issues, shot_id, burst_id, state,
        first_seen_run, last_seen_run, dhash, ahash, whash, pdq, pdq_quality, algo_version
      FROM lumina.images i JOIN lumina.perceptual_hashes ON image_id = i.id\
      """),
  SHOTS("shots", "SELECT id, kind, primary_image_id FROM lumina.shots"),
  BURSTS(
      "bursts",
      "SELECT id, camera, started_at, ended_at, frame_count, best_image_id FROM lumina.bursts"),
  GROUPS(
      "groups",
      """
      SELECT id, kind, primary_image_id, primary_hash, similarity_threshold, member_count,
        diameter_bits, reclaimable_bytes, run_id
      FROM lumina.duplicate_groups\
      """),
  MEMBERS(
      "members",
      """
      SELECT group_id, image_id, relation, distance, similarity, explanation
      FROM lumina.duplicate_members\
      """),
  VARIANTS(
      "variants",
      """
      SELECT image_id, variant_image_id, kind, distance, explanation, run_id
      FROM lumina.variants\
      """);

  private final String prefix;
  private final String shape;

  StagedTable(String prefix, String shape) {
    this.prefix = prefix;
    this.shape = shape;
  }

  String prefix() {
    return prefix;
  }

  String shape() {
    return shape;
  }

  /** The rows to copy, their columns in the order of the shape. */
  Dataset<Row> rows(Publication publication) {
    return switch (this) {
      case IMAGES ->
          PublishedImages.of(publication.images(), publication.shots(), publication.bursts());
      case SHOTS -> PublishedRows.shots(publication.shots());
      case BURSTS -> PublishedRows.bursts(publication.bursts());
      case GROUPS -> PublishedRows.groups(publication.groups());
      case MEMBERS -> PublishedRows.members(publication.members());
      case VARIANTS -> PublishedRows.variants(publication.variants());
    };
  }
}
