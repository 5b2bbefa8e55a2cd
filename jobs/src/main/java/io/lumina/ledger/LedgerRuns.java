package io.lumina.ledger;

import io.lumina.config.Nearest;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads runs of the ledger. */
public final class LedgerRuns {
  private final Database database;

  public LedgerRuns(Database database) {
    this.database = database;
  }

  /**
   * The name of the catalog that a run worked on.
   *
   * @throws LuminaException (usage) naming the nearest known run when there is none of that id
   */
  public String catalogOf(String runId) {
    return database
        .first(
            "run",
            """
            SELECT c.name FROM lumina.jobs j JOIN lumina.catalogs c ON c.id = j.catalog_id
            WHERE j.run_id = ?\
            """,
            row -> row.getString(1),
            runId)
        .orElseThrow(() -> unknown(runId));
  }

  /** That there is no run of an id, naming the nearest one. */
  public LuminaException unknown(String runId) {
    return new LuminaException(
        ExitCode.USAGE,
        "There is no run '"
            + runId
            + "'"
            + Nearest.to(runId, known())
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("; lumina runs list shows them"));
  }

  /** All runs and steps of a catalog, the oldest first. */
  public List<LedgerRun> of(UUID catalogId) {
    return database.transaction(
        "runs",
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  """
                  SELECT j.run_id, p.run_id, j.created_at, ARRAY(
                    SELECT key || ' ' || value
                    FROM jsonb_each_text(coalesce(j.result->'output_versions', '{}')))
                  FROM lumina.jobs j LEFT JOIN lumina.jobs p ON p.id = j.parent_id
                  WHERE j.catalog_id = ? ORDER BY j.created_at\
                  """)) {
            select.setObject(1, catalogId);
            List<LedgerRun> runs = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                runs.add(
                    new LedgerRun(
                        rows.getString(1),
                        Optional.ofNullable(rows.getString(2)),
                        rows.getObject(3, OffsetDateTime.class).toInstant(),
                        versions((String[]) rows.getArray(4).getArray())));
              }
            }
            return runs;
          }
        });
  }

  private List<String> known() {
    return database.transaction(
        "runs",
        connection -> {
          try (PreparedStatement select =
                  connection.prepareStatement("SELECT run_id FROM lumina.jobs");
              ResultSet rows = select.executeQuery()) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
              names.add(rows.getString(1));
            }
            return names;
          }
        });
  }

  /** Names of tables have no spaces. */
  private static Map<String, Long> versions(String[] tables) {
    return Arrays.stream(tables)
        .map(table -> table.split(" "))
        .collect(Collectors.toMap(table -> table[0], table -> Long.valueOf(table[1])));
  }
}
