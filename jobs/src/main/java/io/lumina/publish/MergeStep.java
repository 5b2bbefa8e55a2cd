package io.lumina.publish;

/**
 * One statement of the merge, in the order of execution. {@code {images}} and the like stand for
 * staging tables, each question mark for the catalog. Statuses, reviews and decisions are named
 * nowhere: they belong to people. Rows that are equal are not touched.
 */
enum MergeStep {
  /** A row takes the id that its picture has now. */
  ADOPT(
      MergeCount.IMAGES_ADOPTED,
      """
      UPDATE lumina.images i SET id = p.new_id FROM {pairs} p
      WHERE i.id = p.old_id AND p.old_id <> p.new_id AND i.catalog_id = ?\
      """),
  ADOPT_FROM_ROOM(
      MergeCount.IMAGES_ADOPTED,
      """
      UPDATE lumina.images i SET id = p.new_id FROM {pairs} p
      WHERE i.id = p.room AND i.catalog_id = ?\
      """),
  /** Before rows go: a group goes with its primary, and its review with the group. */
  UPDATE_GROUPS(
      MergeCount.GROUPS_UPDATED,
      """
      UPDATE lumina.duplicate_groups t SET kind = s.kind, primary_image_id = s.primary_image_id,
        primary_hash = s.primary_hash, similarity_threshold = s.similarity_threshold,
        member_count = s.member_count, diameter_bits = s.diameter_bits,
        reclaimable_bytes = s.reclaimable_bytes, run_id = s.run_id
      FROM {groups} s WHERE t.id = s.id AND t.catalog_id = ?
        AND (t.kind, t.primary_image_id, t.primary_hash, t.similarity_threshold, t.member_count,
            t.diameter_bits, t.reclaimable_bytes, t.run_id)
          IS DISTINCT FROM (s.kind, s.primary_image_id, s.primary_hash, s.similarity_threshold,
            s.member_count, s.diameter_bits, s.reclaimable_bytes, s.run_id)\
      """),
  /** Another picture has taken the place of one that lies nowhere now. */
  SUPERSEDE(
      MergeCount.IMAGES_SUPERSEDED,
      """
      WITH gone AS MATERIALIZED (
        SELECT id, source_path FROM lumina.images i
        WHERE i.catalog_id = ? AND NOT EXISTS (SELECT FROM {images} s WHERE s.id = i.id))
      DELETE FROM lumina.images i USING gone, {images} s
      WHERE i.id = gone.id AND s.source_path = gone.source_path\
      """),
  INSERT_SHOTS(
      MergeCount.ROWS_INSERTED,
      """
      INSERT INTO lumina.shots (id, catalog_id, kind, primary_image_id)
      SELECT id, ?, kind, primary_image_id FROM {shots} s
      WHERE NOT EXISTS (SELECT FROM lumina.shots t WHERE t.id = s.id)\
      """),
  UPDATE_SHOTS(
      MergeCount.ROWS_UPDATED,
      """
      UPDATE lumina.shots t SET kind = s.kind, primary_image_id = s.primary_image_id
      FROM {shots} s WHERE t.id = s.id AND t.catalog_id = ?
        AND (t.kind, t.primary_image_id) IS DISTINCT FROM (s.kind, s.primary_image_id)\
      """),
  INSERT_BURSTS(
      MergeCount.ROWS_INSERTED,
      """
      INSERT INTO lumina.bursts
        (id, catalog_id, camera, started_at, ended_at, frame_count, best_image_id)
      SELECT id, ?, camera, started_at, ended_at, frame_count, best_image_id FROM {bursts} s
      WHERE NOT EXISTS (SELECT FROM lumina.bursts t WHERE t.id = s.id)\
      """),
  UPDATE_BURSTS(
      MergeCount.ROWS_UPDATED,
      """
      UPDATE lumina.bursts t SET camera = s.camera, started_at = s.started_at,
        ended_at = s.ended_at, frame_count = s.frame_count, best_image_id = s.best_image_id
      FROM {bursts} s WHERE t.id = s.id AND t.catalog_id = ?
        AND (t.camera, t.started_at, t.ended_at, t.frame_count, t.best_image_id)
          IS DISTINCT FROM (s.camera, s.started_at, s.ended_at, s.frame_count, s.best_image_id)\
      """),
  UPDATE_IMAGES(
      MergeCount.IMAGES_UPDATED,
      """
      UPDATE lumina.images t SET source_path = s.source_path, checksum = s.checksum,
        file_type = s.file_type, mime_type = s.mime_type, size_bytes = s.size_bytes,
        modified_at = s.modified_at, width = s.width, height = s.height, metadata = s.metadata,
        dates = s.dates, taken_at = s.taken_at, taken_offset = s.taken_offset,
        date_confidence = s.date_confidence, date_source = s.date_source,
        date_reasons = s.date_reasons, quality_score = s.quality_score, quality = s.quality,
        corruption = s.corruption, issues = s.issues, shot_id = s.shot_id, burst_id = s.burst_id,
        state = s.state, first_seen_run = s.first_seen_run, last_seen_run = s.last_seen_run
      FROM {images} s WHERE t.id = s.id AND t.catalog_id = ?
        AND (t.source_path, t.checksum, t.file_type, t.mime_type, t.size_bytes, t.modified_at,
            t.width, t.height, t.metadata, t.dates, t.taken_at, t.taken_offset, t.date_confidence,
            t.date_source, t.date_reasons, t.quality_score, t.quality, t.corruption, t.issues,
            t.shot_id, t.burst_id, t.state, t.first_seen_run, t.last_seen_run)
          IS DISTINCT FROM
            (s.source_path, s.checksum, s.file_type, s.mime_type, s.size_bytes, s.modified_at,
            s.width, s.height, s.metadata, s.dates, s.taken_at, s.taken_offset, s.date_confidence,
            s.date_source, s.date_reasons, s.quality_score, s.quality, s.corruption, s.issues,
            s.shot_id, s.burst_id, s.state, s.first_seen_run, s.last_seen_run)\
      """),
  INSERT_IMAGES(
      MergeCount.IMAGES_INSERTED,
      """
      INSERT INTO lumina.images (id, catalog_id, source_path, checksum, file_type, mime_type,
        size_bytes, modified_at, width, height, metadata, dates, taken_at, taken_offset,
        date_confidence, date_source, date_reasons, quality_score, quality, corruption, issues,
        shot_id, burst_id, state, first_seen_run, last_seen_run)
      SELECT id, ?, source_path, checksum, file_type, mime_type,
        size_bytes, modified_at, width, height, metadata, dates, taken_at, taken_offset,
        date_confidence, date_source, date_reasons, quality_score, quality, corruption, issues,
        shot_id, burst_id, state, first_seen_run, last_seen_run
      FROM {images} s WHERE NOT EXISTS (SELECT FROM lumina.images t WHERE t.id = s.id)\
      """),
  /** Images are never deleted: what the catalog no longer names is missing. */
  LOSE_IMAGES(
      MergeCount.IMAGES_LOST,
      """
      UPDATE lumina.images t SET state = 'missing', shot_id = NULL, burst_id = NULL
      WHERE t.catalog_id = ? AND NOT EXISTS (SELECT FROM {images} s WHERE s.id = t.id)
        AND (t.state <> 'missing' OR t.shot_id IS NOT NULL OR t.burst_id IS NOT NULL)\
      """),
  DELETE_HASHES(
      MergeCount.ROWS_DELETED,
      """
      DELETE FROM lumina.perceptual_hashes t USING {images} s, lumina.images i
      WHERE t.image_id = s.id AND s.dhash IS NULL AND i.id = s.id AND i.catalog_id = ?\
      """),
  UPDATE_HASHES(
      MergeCount.ROWS_UPDATED,
      """
      UPDATE lumina.perceptual_hashes t SET dhash = s.dhash, ahash = s.ahash, whash = s.whash,
        pdq = s.pdq, pdq_quality = s.pdq_quality, algo_version = s.algo_version
      FROM {images} s WHERE t.image_id = s.id AND s.dhash IS NOT NULL
        AND (t.dhash, t.ahash, t.whash, t.pdq, t.pdq_quality, t.algo_version)
          IS DISTINCT FROM (s.dhash, s.ahash, s.whash, s.pdq, s.pdq_quality, s.algo_version)\
      """),
  INSERT_HASHES(
      MergeCount.ROWS_INSERTED,
      """
      INSERT INTO lumina.perceptual_hashes
        (image_id, dhash, ahash, whash, pdq, pdq_quality, algo_version)
      SELECT id, dhash, ahash, whash, pdq, pdq_quality, algo_version FROM {images} s
      WHERE dhash IS NOT NULL
        AND NOT EXISTS (SELECT FROM lumina.perceptual_hashes t WHERE t.image_id = s.id)\
      """),
  DELETE_SHOTS(
      MergeCount.ROWS_DELETED,
      """
      DELETE FROM lumina.shots t WHERE t.catalog_id = ?
        AND NOT EXISTS (SELECT FROM {shots} s WHERE s.id = t.id)\
      """),
  DELETE_BURSTS(
      MergeCount.ROWS_DELETED,
      """
      DELETE FROM lumina.bursts t WHERE t.catalog_id = ?
        AND NOT EXISTS (SELECT FROM {bursts} s WHERE s.id = t.id)\
      """),
  /** A file with another content is a member that its group did not have. */
  DELETE_EDITED_MEMBERS(
      MergeCount.ROWS_DELETED,
      """
      DELETE FROM lumina.duplicate_members t USING {pairs} p, lumina.images i
      WHERE p.changed AND t.image_id = p.new_id AND i.id = p.new_id AND i.catalog_id = ?\
      """),
  /** While they have their members: a trigger keeps what a person reviewed of these. */
  DELETE_GROUPS(
      MergeCount.GROUPS_DELETED,
      """
      DELETE FROM lumina.duplicate_groups t WHERE t.catalog_id = ?
        AND NOT EXISTS (SELECT FROM {groups} s WHERE s.id = t.id)\
      """),
  DELETE_MEMBERS(
      MergeCount.ROWS_DELETED,
      """
      DELETE FROM lumina.duplicate_members t USING lumina.duplicate_groups g
      WHERE g.id = t.group_id AND g.catalog_id = ? AND NOT EXISTS (
        SELECT FROM {members} s WHERE s.group_id = t.group_id AND s.image_id = t.image_id)\
      """),
  INSERT_GROUPS(
      MergeCount.GROUPS_INSERTED,
      """
      INSERT INTO lumina.duplicate_groups (id, catalog_id, kind, primary_image_id, primary_hash,
        similarity_threshold, member_count, diameter_bits, reclaimable_bytes, run_id)
      SELECT id, ?, kind, primary_image_id, primary_hash,
        similarity_threshold, member_count, diameter_bits, reclaimable_bytes, run_id
      FROM {groups} s WHERE NOT EXISTS (SELECT FROM lumina.duplicate_groups t WHERE t.id = s.id)\
      """),
  UPDATE_MEMBERS(
      MergeCount.ROWS_UPDATED,
      """
      UPDATE lumina.duplicate_members t SET relation = s.relation, distance = s.distance,
        similarity = s.similarity, explanation = s.explanation
      FROM {members} s WHERE s.group_id = t.group_id AND s.image_id = t.image_id
        AND (t.relation, t.distance, t.similarity, t.explanation)
          IS DISTINCT FROM (s.relation, s.distance, s.similarity, s.explanation)\
      """),
  INSERT_MEMBERS(
      MergeCount.ROWS_INSERTED,
      """
      INSERT INTO lumina.duplicate_members
        (group_id, image_id, relation, distance, similarity, explanation)
      SELECT group_id, image_id, relation, distance, similarity, explanation FROM {members} s
      WHERE NOT EXISTS (SELECT FROM lumina.duplicate_members t
        WHERE t.group_id = s.group_id AND t.image_id = s.image_id)\
      """),
  DELETE_VARIANTS(
      MergeCount.ROWS_DELETED,
      """
      DELETE FROM lumina.variants t WHERE t.catalog_id = ? AND NOT EXISTS (
        SELECT FROM {variants} s
        WHERE s.image_id = t.image_id AND s.variant_image_id = t.variant_image_id)\
      """),
  UPDATE_VARIANTS(
      MergeCount.ROWS_UPDATED,
      """
      UPDATE lumina.variants t SET kind = s.kind, distance = s.distance,
        explanation = s.explanation, run_id = s.run_id
      FROM {variants} s
      WHERE s.image_id = t.image_id AND s.variant_image_id = t.variant_image_id
        AND t.catalog_id = ?
        AND (t.kind, t.distance, t.explanation, t.run_id)
          IS DISTINCT FROM (s.kind, s.distance, s.explanation, s.run_id)\
      """),
  INSERT_VARIANTS(
      MergeCount.ROWS_INSERTED,
      """
      INSERT INTO lumina.variants
        (catalog_id, image_id, variant_image_id, kind, distance, explanation, run_id)
      SELECT ?, image_id, variant_image_id, kind, distance, explanation, run_id
      FROM {variants} s WHERE NOT EXISTS (SELECT FROM lumina.variants t
        WHERE t.image_id = s.image_id AND t.variant_image_id = s.variant_image_id)\
      """);

  private final MergeCount counts;
  private final String sql;

  MergeStep(MergeCount counts, String sql) {
    this.counts = counts;
    this.sql = sql;
  }

  /** What its rows count as. */
  MergeCount counts() {
    return counts;
  }

  String sql() {
    return sql;
  }
}
