package io.lumina.publish;

/**
 * One statement of what follows the merge, in the order of execution: statuses of {@code
 * kept_statuses} whose picture has a row again go back to it. What another picture replaced returns
 * to a content that had no row before this run; what was restored from a backup, to any. A backup
 * does not name the copies that people left as they were: away from the place that it names,
 * 'rejected' and 'archived' come only to a content of which another copy stays. Which rows may get
 * a status is the say of a trigger: the publishing role can write none.
 */
enum ReturnStep {
  RESTORED_ID("restored", "image_id::text", "true", "id::text", "true"),
  RESTORED_PATH("restored", "source_path", "true", "source_path", "true"),
  RESTORED_NAME("restored", Keys.NAME, Keys.NOT_THE_LAST, Keys.NAME, "checksum IS NOT NULL"),
  RESTORED_CONTENT("restored", "''", Keys.NOT_THE_LAST, "''", "checksum IS NOT NULL"),
  REPLACED_PATH("replaced", "source_path", "true", "source_path", Keys.NEW_CONTENT),
  REPLACED_NAME("replaced", Keys.NAME, "true", Keys.NAME, Keys.NEW_CONTENT),
  REPLACED_CONTENT("replaced", "''", "true", "''", Keys.NEW_CONTENT);

  private final String sql;

  ReturnStep(String reason, String ofKept, String fits, String ofImage, String wanted) {
    sql =
        """
        UPDATE lumina.kept_statuses k SET placed_on = found.image_id
        FROM (
          SELECT kept.id, image.id AS image_id
          FROM (SELECT id, coalesce(checksum, '') AS content, %2$s AS alike,
              row_number() OVER (PARTITION BY checksum, %2$s
                ORDER BY kept_at DESC, source_path COLLATE "C", id) AS turn
            FROM lumina.kept_statuses WHERE catalog_id = ? AND reason = '%1$s' AND %3$s) kept
          JOIN (SELECT id, coalesce(checksum, '') AS content, %4$s AS alike,
              row_number() OVER (PARTITION BY checksum, %4$s ORDER BY source_path COLLATE "C") AS turn
            FROM lumina.images i WHERE catalog_id = ? AND status = 'active'
              AND EXISTS (SELECT FROM lumina.kept_statuses o WHERE o.catalog_id = i.catalog_id
                AND coalesce(o.checksum, '') = coalesce(i.checksum, ''))
              AND %5$s) image
          USING (content, alike, turn)) found
        WHERE k.id = found.id\
        """
            .formatted(reason, ofKept, fits, ofImage, wanted);
  }

  String sql() {
    return sql;
  }

  private static final class Keys {
    static final String NAME = "regexp_replace(source_path, '^.*/', '')";
    static final String NEW_CONTENT =
        "checksum IS NOT NULL AND EXISTS (SELECT FROM {fresh} f WHERE f.id = i.id AND NOT"
            + " f.is_known)";

    /** As many copies without a status as have one to come, and one more. */
    static final String NOT_THE_LAST =
        """
        (status NOT IN ('rejected', 'archived') OR
              (SELECT count(*) FROM lumina.images o WHERE o.catalog_id = kept_statuses.catalog_id
                AND o.checksum = kept_statuses.checksum AND o.status = 'active'
                AND o.state = 'present')
              > (SELECT count(*) FROM lumina.kept_statuses q
                WHERE q.catalog_id = kept_statuses.catalog_id
                AND q.checksum = kept_statuses.checksum AND q.reason = 'restored'))\
        """;
  }
}
