package io.lumina.ledger;

import io.lumina.analyze.read.ListedTimes;
import io.lumina.postgres.Database;
import io.lumina.store.Store;
import io.lumina.store.TableMark;
import io.lumina.table.AssetsTable;
import java.util.UUID;

/**
 * What an analyze has to know of the runs before it.
 *
 * @param database the ledger
 * @param catalogId whose runs
 * @param self the step that asks
 */
public record RunsBefore(Database database, UUID catalogId, String self) {
  /** One that died may have written its listing all the same. */
  private static final String WALKED =
      """
      SELECT bool_and(coalesce(night.parameters, scan.parameters)->>'listing' IS NULL)
      FROM lumina.jobs scan LEFT JOIN lumina.jobs night ON night.id = scan.parent_id
      WHERE scan.catalog_id = ? AND scan.job_type = 'scan' AND scan.created_at >= coalesce(
        (SELECT max(last.created_at) FROM lumina.jobs last
          WHERE last.catalog_id = scan.catalog_id AND last.job_type = 'scan'
            AND last.status = 'SUCCESS'), '-infinity')\
      """;

  private static final String ANALYZED =
      """
      SELECT coalesce(result->'marks'->>'%s', '') FROM lumina.jobs
      WHERE catalog_id = ? AND job_type = 'analyze' AND run_id <> ?
      ORDER BY created_at DESC LIMIT 1\
      """
          .formatted(AssetsTable.SPEC.name());

  /** Where the files were listed last: by a walk, or by somebody else in a file. */
  public ListedTimes listedTimes() {
    boolean walked =
        database
            .first("runs before", WALKED, row -> row.getObject(1, Boolean.class), catalogId)
            .orElse(true);
    return walked ? ListedTimes.OF_FILES : ListedTimes.OF_A_LISTING;
  }

  /**
   * Whether files may name contents that are in no table: the last analyze died between two commits
   * that belong together, or what it left is gone since, as after a restore from a backup.
   */
  public boolean mayLackContents(Store store) {
    return database
        .first("runs before", ANALYZED, row -> row.getString(1), catalogId, self)
        .filter(left -> left.isEmpty() || !store.holds(AssetsTable.SPEC, TableMark.parse(left)))
        .isPresent();
  }
}
