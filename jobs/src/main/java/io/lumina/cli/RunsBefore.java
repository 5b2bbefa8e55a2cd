package io.lumina.cli;

import io.lumina.analyze.ListedTimes;
import io.lumina.postgres.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.UUID;

/**
 * What an analyze has to know of the runs before it.
 *
 * @param database the ledger
 * @param catalogId whose runs
 */
record RunsBefore(Database database, UUID catalogId) {
  private static final String WALKED =
      """
      SELECT coalesce(night.parameters, scan.parameters)->>'listing' IS NULL
      FROM lumina.jobs scan LEFT JOIN lumina.jobs night ON night.id = scan.parent_id
      WHERE scan.catalog_id = ? AND scan.job_type = 'scan' AND scan.status = 'SUCCESS'
      ORDER BY scan.created_at DESC LIMIT 1""";

  private static final String ANALYZED =
      """
      SELECT status = 'SUCCESS' FROM lumina.jobs
      WHERE catalog_id = ? AND job_type = 'analyze' AND finished_at IS NOT NULL
      ORDER BY created_at DESC LIMIT 1""";

  /** Where the files were listed last: by a walk, or by somebody else in a file. */
  ListedTimes listedTimes() {
    return is(WALKED) ? ListedTimes.OF_FILES : ListedTimes.OF_A_LISTING;
  }

  /** Whether the last analyze did not come to its end. */
  boolean hasFailedAnalyze() {
    return !is(ANALYZED);
  }

  /** What the only row says; true without one. */
  private boolean is(String question) {
    return database.transaction(
        "runs before",
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(question)) {
            select.setObject(1, catalogId);
            try (ResultSet row = select.executeQuery()) {
              return !row.next() || row.getBoolean(1);
            }
          }
        });
  }
}
