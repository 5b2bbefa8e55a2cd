package io.lumina.backup;

/**
 * The kinds of lines in a backup, in their order, each a query that gives JSON in an order of its
 * own. What refers to a catalog does so by name: its id may be another one in another database.
 */
enum BackupLines {
  CATALOG(
      """
      SELECT json_build_object('kind', 'catalog', 'id', id, 'name', name,
        'source_directories', source_directories, 'destination_path', destination_path,
        'import_mode', import_mode, 'source_metadata', source_metadata, 'created_at', created_at)
      FROM lumina.catalogs ORDER BY name\
      """),
  STATUS(
      """
      SELECT json_build_object('kind', 'status', 'catalog', c.name, 'image', i.id,
        'path', i.source_path, 'checksum', i.checksum, 'status', i.status)
      FROM lumina.images i JOIN lumina.catalogs c ON c.id = i.catalog_id
      WHERE i.status <> 'active' ORDER BY i.id\
      """),
  KEPT(
      """
      SELECT json_build_object('kind', 'kept', 'catalog', c.name, 'image', k.image_id,
        'path', k.source_path, 'checksum', k.checksum, 'status', k.status)
      FROM lumina.kept_statuses k JOIN lumina.catalogs c ON c.id = k.catalog_id ORDER BY k.id\
      """),
  DECISION(
      """
      SELECT json_build_object('kind', 'decision', 'catalog', c.name, 'decision', d.kind,
        'checksums', d.checksums, 'actor', d.actor, 'created_at', d.created_at)
      FROM lumina.decisions d JOIN lumina.catalogs c ON c.id = d.catalog_id ORDER BY d.id\
      """),
  REVIEW(
      """
      SELECT json_build_object('kind', 'review', 'catalog', c.name, 'group', r.id,
        'checksums', r.checksums)
      FROM (
        SELECT g.catalog_id, g.id, array_agg(DISTINCT i.checksum ORDER BY i.checksum) AS checksums
        FROM lumina.duplicate_groups g JOIN lumina.duplicate_members m ON m.group_id = g.id
        JOIN lumina.images i ON i.id = m.image_id
        WHERE g.reviewed GROUP BY g.catalog_id, g.id
        UNION ALL
        SELECT catalog_id, group_id, checksums FROM lumina.kept_reviews) r
      JOIN lumina.catalogs c ON c.id = r.catalog_id ORDER BY r.id\
      """);

  private final String sql;

  BackupLines(String sql) {
    this.sql = sql;
  }

  String sql() {
    return sql;
  }

  /** What lines of this kind say of themselves. */
  String kind() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
