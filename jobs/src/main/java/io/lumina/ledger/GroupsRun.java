package io.lumina.ledger;

import io.lumina.catalog.Catalog;
import io.lumina.config.LuminaConf;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.postgres.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last run that searched for duplicates to its end.
 *
 * @param runId its name
 * @param finishedAt when it ended
 * @param otherSettings whether the keys of duplicates had other values then
 * @param tablesChanged whether a later run changed files, assets, shots or bursts, or undid
 *     something
 * @param newDecisions whether people decided something since
 */
public record GroupsRun(
    String runId,
    Instant finishedAt,
    boolean otherSettings,
    boolean tablesChanged,
    boolean newDecisions) {

  private static final String LAST =
      """
      SELECT d.run_id, d.finished_at,
        coalesce((SELECT jsonb_object_agg(key, value) FROM jsonb_each_text(
            (coalesce(p.parameters, d.parameters)->>'configuration')::jsonb->'duplicates'))
          <> (SELECT jsonb_object_agg(key, value) FROM jsonb_each_text(?::jsonb)), false),
        EXISTS (SELECT 1 FROM lumina.jobs j WHERE j.catalog_id = d.catalog_id
          AND j.job_type IN ('scan', 'analyze', 'bursts', 'undo') AND j.finished_at > d.started_at
          AND j.result->'output_versions' <> '{}'),
        EXISTS (SELECT 1 FROM lumina.decisions c WHERE c.catalog_id = d.catalog_id
          AND c.created_at > d.started_at)
      FROM lumina.jobs d LEFT JOIN lumina.jobs p ON p.id = d.parent_id
      WHERE d.catalog_id = ? AND d.job_type = 'duplicates'
        AND coalesce(d.result->'marks', '{}') <> '{}'
      ORDER BY d.created_at DESC LIMIT 1\
      """;

  /**
   * That of a catalog.
   *
   * @throws LuminaException (usage) when there is none yet
   */
  public static GroupsRun last(Database database, Catalog catalog, LuminaConf conf) {
    return database
        .transaction(
            "last duplicates",
            connection -> {
              try (PreparedStatement select = connection.prepareStatement(LAST)) {
                select.setString(1, conf.toJson("duplicates"));
                select.setObject(2, catalog.id());
                try (ResultSet row = select.executeQuery()) {
                  return row.next() ? Optional.of(of(row)) : Optional.<GroupsRun>empty();
                }
              }
            })
        .orElseThrow(() -> none(catalog));
  }

  /** That no run has left groups. */
  public static LuminaException none(Catalog catalog) {
    return new LuminaException(
        ExitCode.USAGE,
        "The catalog '"
            + catalog.name()
            + "' has no duplicate groups yet; run lumina nightly --catalog "
            + catalog.name());
  }

  /** Why the groups may not be what they would be now: one sentence each. */
  public List<String> doubts() {
    List<String> doubts = new ArrayList<>();
    if (otherSettings) {
      doubts.add("The groups were made with other settings of duplicates than this command has.");
    }
    if (tablesChanged) {
      doubts.add("Files changed after the groups were made; lumina duplicates makes them anew.");
    }
    if (newDecisions) {
      doubts.add("Decisions were made after the groups; lumina duplicates follows them.");
    }
    return doubts;
  }

  private static GroupsRun of(ResultSet row) throws java.sql.SQLException {
    return new GroupsRun(
        row.getString(1),
        row.getObject(2, OffsetDateTime.class).toInstant(),
        row.getBoolean(3),
        row.getBoolean(4),
        row.getBoolean(5));
  }
}
