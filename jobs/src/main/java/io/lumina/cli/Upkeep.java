package io.lumina.cli;

import io.lumina.job.ExitCode;
import io.lumina.store.Retention;
import io.lumina.store.RunHandle;
import io.lumina.store.RunId;
import io.lumina.store.Vacuum;
import io.lumina.table.FilesTable;
import io.lumina.table.TableSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes old versions of the tables, once a day at most. Whether there is anything to remove is
 * found by listing the logs of the tables: on most nights that is all.
 */
final class Upkeep {
  static final String JOB_TYPE = "vacuum";

  /** Less than a day: a scheduler is not on time to the second. */
  private static final Duration ONCE_IN = Duration.ofHours(20);

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private final StepContext context;
  private final Retention retention;
  private final Vacuum vacuum;
  private final VacuumRuns runs;
  private final Instant started = Instant.now();

  Upkeep(StepContext context) {
    this.context = context;
    this.retention = new JobConfigs(context.conf()).retention();
    this.vacuum = new Vacuum(context.store(), retention);
    this.runs = new VacuumRuns(context.database(), warehouse());
  }

  /**
   * Vacuums what is due, as a step of the night. A vacuum that fails takes nothing from the night:
   * the next one tries again.
   *
   * @return how long versions are kept, a clause
   */
  String afterNight() {
    String kept = kept();
    try {
      vacuum.align();
      Optional<VacuumRuns.Last> last = runs.last();
      if (last.filter(run -> run.finishedAt().isAfter(started.minus(ONCE_IN))).isPresent()) {
        return kept;
      }
      List<TableSpec> due = due(last);
      return due.isEmpty() ? kept : kept + "; " + words(asStep(due));
    } catch (RuntimeException failed) {
      LOG.error("vacuum failed", failed);
      return kept + "; old ones could not be removed: " + failed.getMessage();
    }
  }

  /** Tables with something that may go. */
  List<TableSpec> due() {
    return due(runs.last());
  }

  /** Vacuums, as the run of the context. */
  Vacuum.Result now(List<TableSpec> tables) {
    vacuum.align();
    Vacuum.Result result = vacuum.run(tables);
    context.run().succeed(json(result));
    return result;
  }

  /** How long versions are kept, a clause. */
  String kept() {
    Instant horizon = retention.horizon(started);
    Optional<Instant> first = runs.firstRun(context.catalog().id());
    boolean reachesAll = first.isEmpty() || first.get().isAfter(horizon);
    return "kept for "
        + Spoken.window(retention.window())
        + "; lumina undo reaches back to "
        + (reachesAll ? "the first run" : Spoken.time(horizon));
  }

  static String words(Vacuum.Result result) {
    return "removed "
        + Spoken.many(result.files(), "old file")
        + ", "
        + Spoken.bytes(result.bytes());
  }

  private Vacuum.Result asStep(List<TableSpec> due) {
    RunHandle handle =
        context
            .ledger()
            .start(
                context.catalog(),
                RunId.of(started, JOB_TYPE, context.catalog().name()),
                JOB_TYPE,
                "{}",
                Optional.of(context.run()));
    try {
      Vacuum.Result result = vacuum.run(due);
      handle.succeed(json(result));
      return result;
    } catch (RuntimeException failed) {
      handle.fail(String.valueOf(failed.getMessage()), ExitCode.UNEXPECTED);
      throw failed;
    }
  }

  private List<TableSpec> due(Optional<VacuumRuns.Last> last) {
    return vacuum.due(
        last.map(VacuumRuns.Last::horizon).orElse(Instant.EPOCH), retention.horizon(started));
  }

  private String json(Vacuum.Result result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("total", result.tables().size());
    json.put(
        "counts",
        Map.of("tables", result.tables().size(), "files", result.files(), "bytes", result.bytes()));
    json.put("tables", result.tables());
    json.put("warehouse", warehouse());
    json.put("horizon", retention.horizon(started).toString());
    json.put("seconds", Duration.between(started, Instant.now()).toMillis() / 1000.0);
    return Json.of(json);
  }

  /** Told from one that was made at its place later. */
  private String warehouse() {
    return context.store().id(FilesTable.SPEC);
  }
}
