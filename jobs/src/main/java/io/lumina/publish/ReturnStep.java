package io.lumina.publish;

/**
 * One statement of what follows the merge, in the order of execution: statuses of {@code
 * kept_statuses} whose picture has a row again go back to it. What another picture replaced returns
 * to a content that had no row before this run; what was restored from a backup, to any. Which rows
 * may get a status is the say of a trigger: the publishing role can write none.
 */
enum ReturnStep {
  RESTORED_ID("restored", "image_id::text", "id::text", "true"),
  RESTORED_PATH("restored", "source_path", "source_path", "true"),
  RESTORED_NAME("restored", Keys.NAME, Keys.NAME, "checksum IS NOT NULL"),
  RESTORED_CONTENT("restored", "''", "''", "checksum IS NOT NULL"),
  REPLACED_PATH("replaced", "source_path", "source_path", Keys.NEW_CONTENT),
  REPLACED_NAME("replaced", Keys.NAME, Keys.NAME, Keys.NEW_CONTENT),
  REPLACED_CONTENT("replaced", "''", "''", Keys.NEW_CONTENT);

  private final String sql;

  ReturnStep(String reason, String ofKept, String ofImage, String wanted) {
    sql =
        """
        UPDATE lumina.kept_statuses k SET placed_on = found.image_id
        FROM (
          SELECT kept.id, image.id AS image_id
          FROM (SELECT id, coalesce(checksum, '') AS content, %2$s AS alike,
              row_number() OVER (PARTITION BY checksum, %2$s
                ORDER BY kept_at DESC, source_path COLLATE "C", id) AS turn
            FROM lumina.kept_statuses WHERE catalog_id = ? AND reason = '%1$s') kept
          JOIN (SELECT id, coalesce(checksum, '') AS content, %3$s AS alike,
              row_number() OVER (PARTITION BY checksum, %3$s ORDER BY source_path COLLATE "C") AS turn
            FROM lumina.images i WHERE catalog_id = ? AND status = 'active'
              AND EXISTS (SELECT FROM lumina.kept_statuses o WHERE o.catalog_id = i.catalog_id
                AND coalesce(o.checksum, '') = coalesce(i.checksum, ''))
              AND %4$s) image
          USING (content, alike, turn)) found
        WHERE k.id = found.id\
        """
            .formatted(reason, ofKept, ofImage, wanted);
  }

  String sql() {
    return sql;
  }

  private static final class Keys {
    static final String NAME = "regexp_replace(source_path, '^.*/', '')";
    static final String NEW_CONTENT =
        "checksum IS NOT NULL AND EXISTS (SELECT FROM {fresh} f WHERE f.id = i.id AND NOT"
            + " f.is_known)";
  }
}
