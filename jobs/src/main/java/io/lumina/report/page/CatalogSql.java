package io.lumina.report.page;

import io.lumina.image.reading.Hindrance;
import io.lumina.report.model.DateDoubts;
import io.lumina.table.Broken;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Commands that list what a page leaves out. They hold no data but the catalog's id, so that they
 * can be pasted into a shell without a second look.
 */
final class CatalogSql {
  private final String catalog;

  CatalogSql(UUID catalogId) {
    this.catalog = "'" + catalogId + "'";
  }

  /** Every group with each of its files. */
  String groups() {
    return command(
        "SELECT g.id, g.kind, g.reclaimable_bytes, m.relation, m.distance, i.source_path"
            + " FROM lumina.duplicate_groups g"
            + " JOIN lumina.duplicate_members m ON m.group_id = g.id"
            + " JOIN lumina.images i ON i.id = m.image_id"
            + (" WHERE g.catalog_id = " + catalog)
            + " ORDER BY g.reclaimable_bytes DESC, g.id, m.relation = 'primary' DESC, m.distance");
  }

  /** Every pair of variants. */
  String variants() {
    return command(
        "SELECT v.kind, v.distance, i.source_path, o.source_path AS variant"
            + " FROM lumina.variants v JOIN lumina.images i ON i.id = v.image_id"
            + " JOIN lumina.images o ON o.id = v.variant_image_id"
            + (" WHERE v.catalog_id = " + catalog)
            + " ORDER BY i.source_path, o.source_path");
  }

  /** Every burst with its best frame. */
  String bursts() {
    return command(
        "SELECT b.id, b.camera, b.started_at, b.frame_count, i.source_path AS best"
            + " FROM lumina.bursts b LEFT JOIN lumina.images i ON i.id = b.best_image_id"
            + (" WHERE b.catalog_id = " + catalog)
            + " ORDER BY b.frame_count DESC, b.started_at");
  }

  /** Every damaged file with its issues. */
  String broken() {
    return command(
        "SELECT source_path, corruption, issues FROM lumina.images"
            + (" WHERE catalog_id = " + catalog)
            + (" AND state = 'present' AND " + Broken.SQL)
            + " ORDER BY corruption, source_path");
  }

  /** Every file at which nobody could look. */
  String unseen() {
    return command(
        "SELECT source_path, issue->>'code' AS code, issue->>'detail' AS detail"
            + " FROM lumina.images, jsonb_array_elements(issues) AS issue"
            + (" WHERE catalog_id = " + catalog)
            + (" AND state = 'present' AND issue->>'code' IN (" + hindrances() + ")")
            + " ORDER BY code, source_path");
  }

  private static String hindrances() {
    return Hindrance.REASONS.stream()
        .map(reason -> "'" + reason + "'")
        .collect(Collectors.joining(", "));
  }

  /** Every weak date. */
  String dates() {
    return command(
        "SELECT source_path, taken_at, date_confidence, dates FROM lumina.images"
            + (" WHERE catalog_id = " + catalog)
            + (" AND state = 'present' AND date_confidence < " + DateDoubts.TRUSTED)
            + " ORDER BY date_confidence, source_path");
  }

  private static String command(String sql) {
    return "scripts/lumina sql \"" + sql + "\"";
  }
}
