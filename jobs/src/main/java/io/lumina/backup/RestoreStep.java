package io.lumina.backup;

/**
 * One statement of a restore, in the order of execution. {@code staged} holds the lines of the
 * backup, {@code restored} what came of each: <em>restored</em>, <em>there</em> already,
 * <em>waiting</em> for the next night, which gives it to its picture or group, or <em>differs</em>:
 * what people decided since is left as it is.
 */
enum RestoreStep {
  RESULTS(
      """
      CREATE TEMP TABLE restored (
        kind text, outcome text, catalog text, path text, checksum text, backup text, now text)
      ON COMMIT DROP\
      """),
  CATALOGS_THERE(
      """
      INSERT INTO restored
      SELECT 'catalog', CASE WHEN c.source_directories = s.sources THEN 'there' ELSE 'differs' END,
        c.name, NULL, NULL, s.sources::text, c.source_directories::text
      FROM (SELECT line->>'name' AS name,
          ARRAY(SELECT jsonb_array_elements_text(line->'source_directories')) AS sources
        FROM staged WHERE line->>'kind' = 'catalog') s
      JOIN lumina.catalogs c USING (name)\
      """),
  CATALOGS(
      """
      WITH made AS (
        INSERT INTO lumina.catalogs
          (id, name, source_directories, destination_path, import_mode, source_metadata, created_at)
        SELECT CASE WHEN EXISTS (SELECT FROM lumina.catalogs o WHERE o.id::text = line->>'id')
            THEN gen_random_uuid() ELSE (line->>'id')::uuid END,
          line->>'name', ARRAY(SELECT jsonb_array_elements_text(line->'source_directories')),
          line->>'destination_path', line->>'import_mode', line->'source_metadata',
          (line->>'created_at')::timestamptz
        FROM staged WHERE line->>'kind' = 'catalog'
          AND NOT EXISTS (SELECT FROM lumina.catalogs o WHERE o.name = line->>'name')
        RETURNING name)
      INSERT INTO restored (kind, outcome, catalog) SELECT 'catalog', 'restored', name FROM made\
      """),
  WANTED(
      """
      CREATE TEMP TABLE wanted ON COMMIT DROP AS
      SELECT s.n, c.id AS catalog_id, c.name AS catalog, (line->>'image')::uuid AS image_id,
        line->>'path' AS path, line->>'checksum' AS checksum, line->>'status' AS status,
        NULL::uuid AS target, NULL::text AS now
      FROM staged s JOIN lumina.catalogs c ON c.name = line->>'catalog'
      WHERE line->>'kind' IN ('status', 'kept')\
      """),
  TARGETS_BY_ID(
      """
      UPDATE wanted w SET target = i.id, now = i.status FROM lumina.images i
      WHERE i.id = w.image_id AND i.catalog_id = w.catalog_id
        AND i.checksum IS NOT DISTINCT FROM w.checksum\
      """),
  TARGETS_BY_PATH(
      """
      UPDATE wanted w SET target = i.id, now = i.status FROM lumina.images i
      WHERE w.target IS NULL AND i.catalog_id = w.catalog_id AND i.path_md5 = md5(w.path)::uuid
        AND i.source_path = w.path AND i.checksum IS NOT DISTINCT FROM w.checksum
        AND NOT EXISTS (SELECT FROM wanted o WHERE o.target = i.id)\
      """),
  /**
   * A kept status of this very content and place; or, where the restore is not the first, of it.
   */
  WAITING_ALREADY(
      """
      UPDATE wanted w SET now = found.status FROM (
        SELECT w.n, min(k.status) AS status FROM wanted w JOIN lumina.kept_statuses k
          ON k.catalog_id = w.catalog_id AND k.source_path = w.path
          AND k.checksum IS NOT DISTINCT FROM w.checksum
        WHERE w.target IS NULL GROUP BY w.n) found
      WHERE found.n = w.n\
      """),
  PLACED_ELSEWHERE(
      """
      UPDATE wanted w SET now = found.status FROM (
        SELECT w.n, min(i.status) AS status FROM wanted w JOIN lumina.images i
          ON i.catalog_id = w.catalog_id AND i.checksum = w.checksum
        WHERE w.target IS NULL AND w.now IS NULL AND {spare} GROUP BY w.n) found
      WHERE found.n = w.n\
      """),
  STATUS_OUTCOMES(
      """
      INSERT INTO restored
      SELECT 'status', CASE
          WHEN now = status THEN 'there'
          WHEN target IS NOT NULL AND now = 'active' AND NOT {spare} THEN 'restored'
          WHEN now IS NULL THEN 'waiting'
          ELSE 'differs' END,
        catalog, path, checksum, status, now
      FROM wanted\
      """),
  STATUSES(
      """
      UPDATE lumina.images i SET status = w.status FROM wanted w
      WHERE i.id = w.target AND i.status = 'active' AND NOT {spare}\
      """),
  KEPT_STATUSES(
      """
      INSERT INTO lumina.kept_statuses
        (catalog_id, image_id, source_path, checksum, status, reason)
      SELECT catalog_id, image_id, path, checksum, status, 'restored' FROM wanted
      WHERE target IS NULL AND now IS NULL ORDER BY n\
      """),
  /** A newer word on one of its contents stands; what is not there in any form is brought back. */
  DECISIONS(
      """
      WITH said AS (
        SELECT s.n, c.id AS catalog_id, c.name AS catalog, line->>'decision' AS kind,
          ARRAY(SELECT jsonb_array_elements_text(line->'checksums')) AS checksums,
          line->>'actor' AS actor, (line->>'created_at')::timestamptz AS created_at
        FROM staged s JOIN lumina.catalogs c ON c.name = line->>'catalog'
        WHERE line->>'kind' = 'decision'),
      judged AS (
        SELECT said.*,
          EXISTS (SELECT FROM lumina.decisions d WHERE d.catalog_id = said.catalog_id
            AND d.kind = said.kind AND d.checksums = said.checksums) AS there,
          (SELECT min(d.kind) FROM lumina.decisions d WHERE d.catalog_id = said.catalog_id
            AND d.kind <> said.kind AND d.kind <> 'not_duplicate' AND said.kind <> 'not_duplicate'
            AND d.checksums && said.checksums AND d.created_at > said.created_at) AS newer
        FROM said),
      made AS (
        INSERT INTO lumina.decisions (catalog_id, kind, checksums, actor, created_at)
        SELECT catalog_id, kind, checksums, actor, created_at FROM judged
        WHERE NOT there AND newer IS NULL ORDER BY n)
      INSERT INTO restored
      SELECT 'decision', CASE WHEN there THEN 'there' WHEN newer IS NOT NULL THEN 'differs'
          ELSE 'restored' END,
        catalog, NULL, array_to_string(checksums, ' '), kind, newer
      FROM judged\
      """),
  REVIEWS(
      """
      WITH said AS (
        SELECT c.id AS catalog_id, c.name AS catalog, (line->>'group')::uuid AS group_id,
          ARRAY(SELECT jsonb_array_elements_text(line->'checksums')) AS checksums
        FROM staged JOIN lumina.catalogs c ON c.name = line->>'catalog'
        WHERE line->>'kind' = 'review'),
      judged AS (
        SELECT said.*, g.id IS NOT NULL AS has_group, coalesce(g.reviewed, false) AS reviewed,
          EXISTS (SELECT FROM lumina.kept_reviews k WHERE k.group_id = said.group_id) AS kept
        FROM said LEFT JOIN lumina.duplicate_groups g
          ON g.id = said.group_id AND g.catalog_id = said.catalog_id),
      made AS (
        INSERT INTO lumina.kept_reviews (catalog_id, group_id, checksums)
        SELECT catalog_id, group_id, checksums FROM judged
        WHERE NOT reviewed AND NOT kept AND NOT (has_group AND {spare}))
      INSERT INTO restored
      SELECT 'review', CASE WHEN reviewed OR kept THEN 'there' WHEN has_group AND {spare} THEN 'differs'
          WHEN has_group THEN 'restored' ELSE 'waiting' END,
        catalog, NULL, array_to_string(checksums, ' '), 'reviewed', NULL
      FROM judged\
      """),
  RETURNED_REVIEWS("SELECT lumina.return_reviews(id) FROM lumina.catalogs"),
  OTHERS(
      """
      INSERT INTO restored (kind, outcome, catalog)
      SELECT line->>'kind', 'unknown', line->>'catalog' FROM staged
      WHERE line->>'kind' NOT IN ('catalog', 'status', 'kept', 'decision', 'review')\
      """),
  /** A publish is passed by where nothing that it reads has changed; the next one has to look. */
  PUBLISH_AGAIN(
      """
      UPDATE lumina.jobs SET result = result - 'fingerprint'
      WHERE job_type = 'publish' AND result ? 'fingerprint' AND EXISTS (
        SELECT FROM restored WHERE outcome = 'waiting')\
      """);

  private final String sql;

  RestoreStep(String sql) {
    this.sql = sql;
  }

  /**
   * The statement.
   *
   * @param spare whether a row without a status may be what a person wants by now
   */
  String sql(boolean spare) {
    return sql.replace("{spare}", spare ? "true" : "false");
  }
}
