package io.lumina.ledger;

import io.lumina.catalog.Catalog;
import io.lumina.failure.ExitCode;
import io.lumina.postgres.Database;
import io.lumina.postgres.StorableText;
import io.lumina.store.LedgerConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the table {@code jobs}: one row per run and one per step of a nightly run, PENDING →
 * STARTED → PROGRESS → SUCCESS, FAILURE or CANCELLED. A trigger notifies channel {@code
 * lumina_jobs} of each change.
 */
public final class RunLedger implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunLedger.class);
  private static final long TICK_MILLIS = 500;
  private static final int LONGEST_ERROR = 4000;
  private static final int MOST_ATTEMPTS = 1000;

  private final LedgerConnection connection;
  private final Set<RunHandle> running = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(RunLedger::daemon);

  /** Opens a connection of its own and starts the thread that writes progress. */
  public RunLedger(Database database) {
    this.connection = new LedgerConnection(database);
    writer.scheduleWithFixedDelay(
        this::writeProgress, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Notes that a run has started.
   *
   * @param runId the name it should have, see {@link RunId}; a number is added when it is taken
   * @param parametersJson its effective configuration as a JSON object, secrets masked
   * @param parent the nightly run that it is a step of
   */
  public RunHandle start(
      Catalog catalog,
      String runId,
      String jobType,
      String parametersJson,
      Optional<RunHandle> parent) {
    UUID id = UUID.randomUUID();
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      String name = attempt == 1 ? runId : RunId.again(runId, attempt);
      if (connection.run(
          sql -> insert(sql, id, name, catalog.id(), jobType, parametersJson, parent))) {
        RunHandle handle = new RunHandle(this, id, name);
        running.add(handle);
        return handle;
      }
    }
    throw new IllegalStateException("the run id " + runId + " is taken, with all its numbers");
  }

  /**
   * Ends the rows of runs that died without saying so. Call it while holding the catalog's lock and
   * before starting a run: then whatever is not ended has nobody behind it.
   *
   * @return how many rows were ended
   */
  public int markDead(UUID catalogId) {
    return connection.run(
        sql -> {
          try (PreparedStatement update =
              sql.prepareStatement(
                  """
                  UPDATE lumina.jobs SET status = 'FAILURE', exit_code = ?, finished_at = now(),
                    updated_at = now(),
                    error = 'The run died: its process was killed, or lost the database.'
                  WHERE catalog_id = ? AND finished_at IS NULL\
                  """)) {
            update.setInt(1, ExitCode.UNEXPECTED.code());
            update.setObject(2, catalogId);
            return update.executeUpdate();
          }
        });
  }

  /** Ends every run of this program that has not ended as CANCELLED: a person stopped it. */
  public void cancelRunning() {
    running.forEach(RunHandle::cancelled);
  }

  /** Stops writing. Runs that have not ended stay open, for {@link #markDead} to find. */
  @Override
  public void close() {
    writer.shutdownNow();
    connection.close();
  }

  void end(RunHandle run, String status, String resultJson, String error, ExitCode exit) {
    running.remove(run);
    connection.run(
        sql -> {
          try (PreparedStatement update =
              sql.prepareStatement(
                  """
                  UPDATE lumina.jobs SET status = ?, result = ?::jsonb, error = ?, exit_code = ?,
                    progress = coalesce(?::jsonb, progress), finished_at = now(), updated_at = now()
                  WHERE id = ? AND finished_at IS NULL\
                  """)) {
            update.setString(1, status);
            update.setString(2, resultJson == null ? null : StorableText.ofJson(resultJson));
            update.setString(3, error == null ? null : shortened(StorableText.of(error)));
            update.setInt(4, exit.code());
            update.setString(5, run.written().json().orElse(null));
            update.setObject(6, run.id());
            return update.executeUpdate();
          }
        });
  }

  private static boolean insert(
      Connection sql,
      UUID id,
      String runId,
      UUID catalogId,
      String jobType,
      String parametersJson,
      Optional<RunHandle> parent)
      throws SQLException {
    try (PreparedStatement insert =
        sql.prepareStatement(
            """
            INSERT INTO lumina.jobs
              (id, run_id, parent_id, catalog_id, job_type, status, parameters, started_at)
            VALUES (?, ?, ?, ?, ?, 'STARTED', ?::jsonb, now()) ON CONFLICT DO NOTHING\
            """)) {
      insert.setObject(1, id);
      insert.setString(2, runId);
      insert.setObject(3, parent.map(RunHandle::id).orElse(null), Types.OTHER);
      insert.setObject(4, catalogId);
      insert.setString(5, jobType);
      insert.setString(6, StorableText.ofJson(parametersJson));
      return insert.executeUpdate() == 1;
    }
  }

  private void writeProgress() {
    for (RunHandle run : running) {
      try {
        run.written()
            .changedJson()
            .ifPresent(json -> connection.run(sql -> update(sql, run, json)));
      } catch (RuntimeException away) {
        // Progress is for onlookers: a run does not fail because nobody can look.
        LOG.debug("progress of {} was not written", run.runId(), away);
      }
    }
  }

  private static int update(Connection sql, RunHandle run, String json) throws SQLException {
    try (PreparedStatement update =
        sql.prepareStatement(
            "UPDATE lumina.jobs SET status = 'PROGRESS', progress = ?::jsonb, updated_at = now()"
                + " WHERE id = ? AND finished_at IS NULL")) {
      update.setString(1, json);
      update.setObject(2, run.id());
      return update.executeUpdate();
    }
  }

  private static String shortened(String error) {
    return error.substring(0, Math.min(error.length(), LONGEST_ERROR));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lumina-ledger");
    thread.setDaemon(true);
    return thread;
  }
}
