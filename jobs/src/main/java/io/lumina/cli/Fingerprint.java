package io.lumina.cli;

import io.lumina.hash.Sha256;
import io.lumina.postgres.Database;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Everything that the answer of a step depends on, in a few letters. */
final class Fingerprint {
  /** Changes when a step gives other answers for the same input. */
  private static final String PROGRAM = "1";

  private Fingerprint() {}

  static String of(Step step, String warehouse, Map<String, Long> versions, String settings) {
    String all =
        String.join(
            "\n", PROGRAM, step.type(), warehouse, new TreeMap<>(versions).toString(), settings);
    return Sha256.of(all.getBytes(StandardCharsets.UTF_8));
  }

  /** That of the last success of a step in a catalog. */
  static Optional<String> ofLastSuccess(Database database, UUID catalogId, Step step) {
    return database.transaction(
        "last success",
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  """
                  SELECT result->>'fingerprint' FROM lumina.jobs
                  WHERE catalog_id = ? AND job_type = ? AND status = 'SUCCESS'
                  ORDER BY finished_at DESC LIMIT 1""")) {
            select.setObject(1, catalogId);
            select.setString(2, step.type());
            try (ResultSet rows = select.executeQuery()) {
              return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
          }
        });
  }
}
