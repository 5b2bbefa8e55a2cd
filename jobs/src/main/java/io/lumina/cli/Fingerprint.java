package io.lumina.cli;

import io.lumina.hash.Sha256;
import io.lumina.postgres.Database;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Everything that the answer of a step depends on, in a few letters. */
final class Fingerprint {
  /** Changes when a step gives other answers for the same input. */
  private static final String PROGRAM = "2";

  private Fingerprint() {}

  static String of(Step step, String warehouse, Map<String, Long> versions, String settings) {
    String all =
        String.join(
            "\n", PROGRAM, step.type(), warehouse, new TreeMap<>(versions).toString(), settings);
    return Sha256.of(all.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * That of the last success of a step in a catalog, unless something was undone since: then what
   * the step wrote may be gone.
   */
  static Optional<String> ofLastSuccess(Database database, UUID catalogId, Step step) {
    return database.first(
        "last success",
        """
        SELECT result->>'fingerprint' FROM lumina.jobs j
        WHERE catalog_id = ? AND job_type = ? AND status = 'SUCCESS'
          AND NOT EXISTS (SELECT FROM lumina.jobs u
            WHERE u.catalog_id = j.catalog_id AND u.job_type = 'undo'
              AND u.created_at > j.finished_at
              AND coalesce((u.result->>'total')::bigint, 1) > 0)
        ORDER BY finished_at DESC LIMIT 1""",
        row -> row.getString(1),
        catalogId,
        step.type());
  }
}
