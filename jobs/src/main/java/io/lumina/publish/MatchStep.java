package io.lumina.publish;

/**
 * One statement of what comes before the merge, in the order of execution: which staged image is
 * which row (decision 070). {@code {fresh}} are staged images without a row of their id and
 * content, {@code {left}} the rows without such an image, {@code {pairs}} those that are one
 * picture. Where nothing moved, all three are empty.
 */
enum MatchStep {
  FIND_FRESH(
      """
      INSERT INTO {fresh}
      SELECT s.id, s.source_path, regexp_replace(s.source_path, '^.*/', ''), s.checksum,
        s.state = 'present',
        EXISTS (SELECT FROM lumina.images k WHERE k.catalog_id = ? AND k.checksum = s.checksum)
      FROM {images} s WHERE NOT EXISTS (SELECT FROM lumina.images i WHERE i.id = s.id
        AND coalesce(s.checksum, i.checksum, '') = coalesce(i.checksum, ''))\
      """),
  FIND_LEFT(
      """
      INSERT INTO {left}
      SELECT i.id, i.source_path, regexp_replace(i.source_path, '^.*/', ''), i.checksum,
        i.state = 'present',
        -- What could not be read, and has its size, may be it.
        EXISTS (SELECT FROM {images} k WHERE k.checksum = i.checksum AND k.state = 'present')
          OR EXISTS (SELECT FROM {images} k WHERE k.checksum IS NULL AND k.state = 'present'
            AND k.size_bytes = i.size_bytes AND k.source_path <> i.source_path),
        EXISTS (SELECT FROM {images} k WHERE k.source_path = i.source_path)
      FROM lumina.images i WHERE i.catalog_id = ? AND NOT EXISTS (SELECT FROM {images} s
        WHERE i.id = s.id
          AND coalesce(s.checksum, i.checksum, '') = coalesce(i.checksum, ''))\
      """),
  SAME_PLACE(
      """
      INSERT INTO {pairs} SELECT l.id, f.id, gen_random_uuid(), false
      FROM {left} l JOIN {fresh} f USING (source_path, checksum)\
      """),
  PRESENT_OF_SAME_NAME(sameContent("l.was_present", "name")),
  PRESENT(sameContent("l.was_present", "''")),
  OF_SAME_NAME(sameContent("true", "name")),
  ANY(sameContent("true", "''")),
  /** An edit. A missing file is none, and none whose old content lies somewhere: rule 3. */
  SAME_ID(
      """
      INSERT INTO {pairs} SELECT l.id, f.id, gen_random_uuid(), true
      FROM {left} l JOIN {fresh} f USING (id)
      WHERE (l.checksum IS NULL OR f.is_present AND NOT l.lies)
        AND NOT EXISTS (SELECT FROM {pairs} p WHERE p.old_id = l.id)
        AND NOT EXISTS (SELECT FROM {pairs} p WHERE p.new_id = f.id)\
      """),
  EDITED_IN_PLACE(
      """
      INSERT INTO {pairs} SELECT l.id, f.id, gen_random_uuid(), true
      FROM {left} l JOIN {fresh} f USING (source_path)
      WHERE (l.checksum IS NULL
          OR l.was_present AND f.is_present AND NOT l.lies AND NOT f.is_known)
        -- Who has ids that we know has judged already what is an edit: it has seen more.
        AND NOT EXISTS (SELECT FROM {images} s JOIN lumina.images k ON k.id = s.id
          WHERE k.catalog_id = ?)
        AND NOT EXISTS (SELECT FROM {pairs} p WHERE p.old_id = l.id)
        AND NOT EXISTS (SELECT FROM {pairs} p WHERE p.new_id = f.id)\
      """),
  /** Rows whose ids others take make room first, so that two may change places. */
  MAKE_ROOM(
      """
      UPDATE lumina.images i SET id = coalesce(own.room, gen_random_uuid())
      FROM {pairs} other LEFT JOIN {pairs} own ON own.old_id = other.new_id
      WHERE i.id = other.new_id AND other.old_id <> other.new_id AND i.catalog_id = ?\
      """),
  MAKE_ROOM_FOR_NEW(
      """
      UPDATE lumina.images i SET id = gen_random_uuid() FROM {left} l JOIN {fresh} f USING (id)
      WHERE i.id = l.id AND i.catalog_id = ?
        AND NOT EXISTS (SELECT FROM {pairs} p WHERE p.old_id = l.id)
        AND NOT EXISTS (SELECT FROM {pairs} p WHERE p.new_id = f.id)\
      """);

  private final String sql;

  MatchStep(String sql) {
    this.sql = sql;
  }

  String sql() {
    return sql;
  }

  /** Pairs the rest by content; rows whose paths other pictures took go first, or they would go. */
  private static String sameContent(String wanted, String alike) {
    return """
    INSERT INTO {pairs} SELECT l.id, f.id, gen_random_uuid(), false
    FROM (SELECT id, checksum, %2$s AS alike,
        row_number() OVER (PARTITION BY checksum, %2$s
          ORDER BY NOT is_replaced, source_path COLLATE "C") AS turn
      FROM {left} l WHERE checksum IS NOT NULL AND %1$s
        AND NOT EXISTS (SELECT FROM {pairs} p WHERE p.old_id = l.id)) l
    JOIN (SELECT id, checksum, %2$s AS alike,
        row_number() OVER (PARTITION BY checksum, %2$s
          ORDER BY NOT is_present, source_path COLLATE "C") AS turn
      FROM {fresh} f WHERE checksum IS NOT NULL
        AND NOT EXISTS (SELECT FROM {pairs} p WHERE p.new_id = f.id)) f
    USING (checksum, alike, turn)\
    """
        .formatted(wanted, alike);
  }
}
