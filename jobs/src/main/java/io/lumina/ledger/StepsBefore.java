package io.lumina.ledger;

import io.lumina.postgres.Database;
import io.lumina.store.TableMarks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the ledger knows of the steps of a catalog before one that runs now.
 *
 * @param database the ledger
 * @param catalogId whose steps
 * @param self the run that asks
 */
public record StepsBefore(Database database, UUID catalogId, String self) {
  private static final String MARKS =
      "ARRAY(SELECT key || ' ' || value FROM jsonb_each_text(coalesce(result->'marks', '{}')))";

  /** Whatever began last counts: it may have died after it wrote. */
  private static final String NEWEST =
      """
      SELECT status = 'SUCCESS', coalesce(result->>'unchanged_since', run_id),
        coalesce(result->>'fingerprint', ''), %s,
        ARRAY(SELECT jsonb_array_elements_text(coalesce(result->'notes', '[]')))
      FROM lumina.jobs WHERE catalog_id = ? AND job_type = ? AND run_id <> ?
      ORDER BY created_at DESC LIMIT 1\
      """
          .formatted(MARKS);

  /** In the result of a run that ended before it wrote anything. */
  public static final String REFUSED = "refused";

  /** Who died left no marks, and who wrote none says nothing. */
  private static final String LEFT =
      """
      SELECT %s FROM lumina.jobs
      WHERE catalog_id = ? AND job_type IN (?, 'undo') AND run_id <> ?
        AND coalesce(result->'marks', '{}') <> '{}'
      ORDER BY created_at DESC LIMIT 1\
      """
          .formatted(MARKS);

  private static final String DIED =
      """
      SELECT status <> 'SUCCESS' AND coalesce(result->'marks', '{}') = '{}' FROM lumina.jobs
      WHERE catalog_id = ? AND job_type IN (?, 'undo') AND run_id <> ?
        AND NOT (job_type = 'undo' AND status = 'SUCCESS'
          AND coalesce(result->'marks', '{}') = '{}')
        AND NOT coalesce((result->>'refused')::boolean, false)
      ORDER BY created_at DESC LIMIT 1\
      """;

  private static final String SHOWN_BEFORE =
      """
      SELECT %s FROM lumina.jobs
      WHERE catalog_id = ? AND job_type IN ('duplicates', 'undo') AND created_at < ?
        AND coalesce(result->'marks', '{}') <> '{}'
      ORDER BY created_at DESC LIMIT 1\
      """
          .formatted(MARKS);

  /** The last run of a step, if it is also its last success. */
  public Optional<Success> lastIfSuccess(String step) {
    return database
        .first("last run", NEWEST, StepsBefore::success, catalogId, step, self)
        .flatMap(found -> found);
  }

  /** Whether the last run of a step died, and nothing was undone since. */
  public boolean hasDied(String step) {
    return database
        .first("last run", DIED, row -> row.getBoolean(1), catalogId, step, self)
        .orElse(false);
  }

  /** The tables as the last one that came to its end left them: a run of the step, or an undo. */
  public Optional<TableMarks> left(String step) {
    return database.first("tables", LEFT, row -> marks(row, 1), catalogId, step, self);
  }

  /** The tables that people were shown before a moment; none when nobody was shown any. */
  public Optional<TableMarks> shownBefore(Instant moment) {
    return database
        .first(
            "tables",
            SHOWN_BEFORE,
            row -> marks(row, 1),
            catalogId,
            OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
        .filter(marks -> marks.hasAll(TableMarks.SHOWN));
  }

  private static Optional<Success> success(ResultSet row) throws SQLException {
    return row.getBoolean(1)
        ? Optional.of(
            new Success(
                row.getString(2),
                row.getString(3),
                marks(row, 4),
                List.of((String[]) row.getArray(5).getArray())))
        : Optional.empty();
  }

  private static TableMarks marks(ResultSet row, int column) throws SQLException {
    return TableMarks.parse((String[]) row.getArray(column).getArray());
  }

  /**
   * A step that came to its end.
   *
   * @param runId the run that did it: it may have been passed by since
   * @param fingerprint of all that it depended on
   * @param marks of the tables that it read and those that it left
   * @param notes for a person
   */
  public record Success(String runId, String fingerprint, TableMarks marks, List<String> notes) {
    public Success {
      notes = List.copyOf(notes);
    }
  }
}
