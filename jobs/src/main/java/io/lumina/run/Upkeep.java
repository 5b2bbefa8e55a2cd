package io.lumina.run;

import io.lumina.ledger.VacuumRuns;
import io.lumina.run.step.JobConfigs;
import io.lumina.run.step.StepContext;
import io.lumina.store.Retention;
import io.lumina.store.Vacuum;
import io.lumina.table.FilesTable;
import io.lumina.table.TableSpec;
import io.lumina.text.Json;
import io.lumina.text.Spoken;
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
 * found by listing the logs of the tables: that is all, a window after a day on which nothing
 * changed.
 */
public final class Upkeep {
  /** Less than a day: a scheduler is not on time to the second. */
  private static final Duration ONCE_IN = Duration.ofHours(20);

  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  private final StepContext context;
  private final Retention configured;
  private final Retention retention;
  private final Vacuum vacuum;
  private final VacuumRuns runs;
  private final Instant started = Instant.now();

  private Upkeep(StepContext context, Retention configured, Retention retention) {
    this.context = context;
    this.configured = configured;
    this.retention = retention;
    this.vacuum = new Vacuum(context.store(), retention);
    this.runs = new VacuumRuns(context.database(), warehouse());
  }

  /**
   * As a night does it. A window belongs to the warehouse: what another night promised, perhaps for
   * another catalog, is kept when this one is configured to keep less.
   */
  public static Upkeep ofNight(StepContext context) {
    Retention configured = new JobConfigs(context.conf()).retention();
    Retention longest =
        Vacuum.promised(context.store())
            .filter(promised -> promised.window().compareTo(configured.window()) > 0)
            .orElse(configured);
    return new Upkeep(context, configured, longest);
  }

  /** As a person asks for it, who may make the window shorter. */
  public static Upkeep asAsked(StepContext context) {
    Retention configured = new JobConfigs(context.conf()).retention();
    return new Upkeep(context, configured, configured);
  }

  /**
   * Vacuums what is due, as a step of the night. A vacuum that fails takes nothing from the night:
   * the next one tries again.
   *
   * @return how long versions are kept, a clause
   */
  String afterNight() {
    String kept = kept();
    if (!retention.equals(configured)) {
      LOG.warn("store.retention is shorter than what the tables promise: {}", kept);
    }
    try {
      vacuum.align();
      Optional<VacuumRuns.Done> done = runs.done();
      if (done.filter(run -> run.finishedAt().isAfter(started.minus(ONCE_IN))).isPresent()) {
        return kept;
      }
      List<TableSpec> due = due(done);
      return due.isEmpty() ? kept : kept + "; " + words(asStep(due));
    } catch (Exception failed) {
      // Spark throws exceptions that it does not declare.
      LOG.error("vacuum failed", failed);
      return kept + "; old ones could not be removed: " + failed.getMessage();
    }
  }

  /** Tables with something that may go. */
  public List<TableSpec> due() {
    return due(runs.done());
  }

  /** Vacuums, as the run of the context. */
  public Vacuum.Result now(List<TableSpec> tables) {
    vacuum.align();
    Vacuum.Result result = vacuum.run(tables);
    context.run().succeed(json(result));
    return result;
  }

  /** What was replaced before this may be gone: the window has passed, or it was shorter once. */
  public Instant horizon() {
    return versions().horizon();
  }

  /** How long versions are kept, a clause. */
  public String kept() {
    return versions().words(context.catalog().id());
  }

  private KeptVersions versions() {
    return new KeptVersions(configured, retention, runs, started);
  }

  public static String words(Vacuum.Result result) {
    return "removed "
        + Spoken.many(result.files(), "old file")
        + ", "
        + Spoken.bytes(result.bytes());
  }

  private Vacuum.Result asStep(List<TableSpec> due) {
    LedgerStep row = LedgerStep.begin(context, VacuumRuns.JOB_TYPE, started);
    return row.run(
        () -> {
          Vacuum.Result result = vacuum.run(due);
          row.handle().succeed(json(result));
          return result;
        });
  }

  private List<TableSpec> due(Optional<VacuumRuns.Done> done) {
    return vacuum.due(
        done.map(VacuumRuns.Done::horizon).orElse(Instant.EPOCH), retention.horizon(started));
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
