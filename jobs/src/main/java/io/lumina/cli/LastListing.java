package io.lumina.cli;

import io.lumina.analyze.ListedTimes;
import io.lumina.postgres.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.UUID;

/** Where the files of a catalog were listed last: by a walk, or by somebody else in a file. */
final class LastListing {
  private static final String LAST =
      """
      SELECT parameters->>'listing' IS NULL FROM lumina.jobs
      WHERE catalog_id = ? AND job_type IN ('scan', 'nightly') AND parent_id IS NULL
      ORDER BY created_at DESC LIMIT 1""";

  private LastListing() {}

  static ListedTimes times(Database database, UUID catalogId) {
    boolean walked =
        database.transaction(
            "last listing",
            connection -> {
              try (PreparedStatement select = connection.prepareStatement(LAST)) {
                select.setObject(1, catalogId);
                try (ResultSet row = select.executeQuery()) {
                  return !row.next() || row.getBoolean(1);
                }
              }
            });
    return walked ? ListedTimes.OF_FILES : ListedTimes.OF_A_LISTING;
  }
}
