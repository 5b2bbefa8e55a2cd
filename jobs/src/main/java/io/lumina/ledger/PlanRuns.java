package io.lumina.ledger;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Runs that carried out plans, or took them back: their files are elsewhere since. */
public final class PlanRuns {
  /** Job type of a run that carries a plan out. */
  public static final String APPLY = "apply";

  /** Job type of a run that takes one back. */
  public static final String UNDO = "undo-plan";

  private static final String AMONG =
      """
      SELECT run_id, coalesce(result->>'plan', '') FROM lumina.jobs
      WHERE run_id = ANY (?) AND job_type IN ('apply', 'undo-plan') ORDER BY created_at DESC LIMIT 1\
      """;

  private final Database database;

  public PlanRuns(Database database) {
    this.database = Objects.requireNonNull(database, "database");
  }

  /**
   * Tables are not brought back behind the files of a plan.
   *
   * @throws LuminaException (guard) when one of these runs carried one out
   */
  public void checkNone(List<String> runIds) {
    Optional<String> words =
        database.transaction(
            "runs",
            connection -> {
              try (PreparedStatement select = connection.prepareStatement(AMONG)) {
                select.setArray(1, connection.createArrayOf("text", runIds.toArray()));
                try (ResultSet row = select.executeQuery()) {
                  return row.next()
                      ? Optional.of(words(row.getString(1), row.getString(2)))
                      : Optional.<String>empty();
                }
              }
            });
    words.ifPresent(
        text -> {
          throw new LuminaException(ExitCode.SAFETY_GUARD, text);
        });
  }

  private static String words(String runId, String plan) {
    return "Run %s moved files by a plan, and tables alone would not bring them back; take the plan back first: lumina undo --plan %s"
        .formatted(runId, plan.isEmpty() ? "ID (lumina undo --list names it)" : plan);
  }
}
