package io.lumina.run;

import io.lumina.analyze.Analyzed;
import io.lumina.backup.BackupFolder;
import io.lumina.catalog.Catalog;
import io.lumina.failure.ExitCode;
import io.lumina.job.JobReport;
import io.lumina.ledger.RunHandle;
import io.lumina.ledger.RunId;
import io.lumina.ledger.RunLedger;
import io.lumina.ledger.SameNight;
import io.lumina.ledger.StepFingerprint;
import io.lumina.ledger.StepsBefore;
import io.lumina.ledger.VacuumRuns;
import io.lumina.library.CatalogTotals;
import io.lumina.library.TotalsQuery;
import io.lumina.metrics.StepLoad;
import io.lumina.postgres.Database;
import io.lumina.run.step.JobConfigs;
import io.lumina.run.step.RunRequest;
import io.lumina.run.step.Start;
import io.lumina.run.step.Step;
import io.lumina.run.step.StepOutcome;
import io.lumina.scan.QuietScan;
import io.lumina.session.StorageSettings;
import io.lumina.store.TableLogs;
import io.lumina.store.TableMarks;
import io.lumina.store.WarehousePlace;
import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.TableSpec;
import io.lumina.text.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A night on which nothing has changed, done without Spark: the sources are listed, and each step
 * is passed by because the last night, asked for the same, left the very tables that are there and
 * nothing to come back to. Whatever is in doubt makes it a night like any other.
 */
final class QuietNight {
  private static final Logger LOG = LoggerFactory.getLogger(QuietNight.class);
  private static final List<TableSpec> CONTENTS = List.of(FilesTable.SPEC, AssetsTable.SPEC);

  private final RunRequest request;
  private final Catalog catalog;
  private final Database database;
  private final RunHandle run;
  private final RunLedger ledger;
  private final Instant started = Instant.now();
  private final StepsBefore before;
  private final TableLogs logs;
  private final StepSettings settings;
  private final List<StepOutcome> outcomes = new ArrayList<>();
  private Instant begun = started;

  QuietNight(
      RunRequest request, Catalog catalog, Database database, RunLedger ledger, RunHandle run) {
    this.request = request;
    this.catalog = catalog;
    this.database = database;
    this.ledger = ledger;
    this.run = run;
    this.before = new StepsBefore(database, catalog.id(), run.runId());
    this.logs = new TableLogs(warehouse(), StorageSettings.ofThisProgram());
    this.settings = new StepSettings(request.conf(), catalog, database);
  }

  /** Whether a run of this kind may be quiet at all: everything lies on disks of this machine. */
  static boolean mayBe(RunRequest request) {
    return !request.isOneStep()
        && request.steps().equals(List.of(Step.values()))
        && request.start() == Start.RESUME
        && request.listing().isEmpty()
        && WarehousePlace.onDisk(request.options().home().warehouse()).isOnDisk();
  }

  /**
   * Does it all and ends the run; does nothing when there is work.
   *
   * @return what to print; none when a night like any other is needed
   */
  Optional<List<String>> attempt() {
    Optional<StepsBefore.Success> scan = before.lastIfSuccess(Step.SCAN.type());
    Optional<StepsBefore.Success> analyze = before.lastIfSuccess(Step.ANALYZE.type());
    if (scan.isEmpty() || analyze.isEmpty() || !isSettled(scan.get(), analyze.get())) {
      return needed("the last night left something to do, or was asked for something else");
    }
    Optional<QuietScan.Found> found = listed(scan.get());
    if (found.isEmpty()) {
      return needed("something has changed in the sources");
    }
    if (isVacuumDue(found.get())) {
      return needed("old versions of tables may go");
    }
    passBy(Step.SCAN, scan.get(), scan.get().fingerprint(), found.get().report());
    passBy(Step.ANALYZE, analyze.get(), analyze.get().fingerprint(), nothing(analyze.get()));
    for (Step step : List.of(Step.BURSTS, Step.DUPLICATES, Step.PUBLISH, Step.REPORT)) {
      if (!passBy(step)) {
        return needed("the answer of step " + step.type() + " may be another one");
      }
    }
    return Optional.of(end(found.get()));
  }

  private static Optional<List<String>> needed(String why) {
    LOG.info("Spark is needed: {}", why);
    return Optional.empty();
  }

  /** Whether both left the tables that are there, and nothing to look at again. */
  private boolean isSettled(StepsBefore.Success scan, StepsBefore.Success analyze) {
    SameNight night = new SameNight(database, run.id());
    return night.did(scan.runId(), analyze.runId())
        && night.countedNone(analyze.runId(), Analyzed.LEFT_OPEN)
        && analyze.marks().agree(logs.now(CONTENTS), CONTENTS)
        && scan.marks().hasAll(List.of(FilesTable.SPEC));
  }

  private Optional<QuietScan.Found> listed(StepsBefore.Success scan) {
    Path folder = WarehousePlace.onDisk(warehouse()).folder().orElseThrow();
    return new QuietScan(
            new JobConfigs(request.conf())
                .scan(
                    catalog.sourceDirectories(),
                    Optional.empty(),
                    false,
                    List.of(request.options().home().folder().toString())),
            folder,
            catalog.id().toString())
        .look(scan.marks().mark(FilesTable.SPEC));
  }

  private boolean isVacuumDue(QuietScan.Found found) {
    Instant last =
        new VacuumRuns(database, found.warehouseId())
            .done()
            .map(VacuumRuns.Done::horizon)
            .orElse(Instant.EPOCH);
    return logs.areDue(last, found.retention().horizon(started));
  }

  private boolean passBy(Step step) {
    Optional<TableMarks> read =
        step.basis()
            .map(basis -> before.left(basis.type()))
            .orElseGet(() -> Optional.of(logs.now(step.reads())))
            .filter(left -> left.hasAll(step.reads()))
            .map(left -> left.of(step.reads()));
    if (read.isEmpty()) {
      return false;
    }
    String fingerprint = StepFingerprint.of(step.type(), read.get(), settings.of(step, outcomes));
    Optional<StepsBefore.Success> same = new PassBy(before, logs::now).of(step, fingerprint);
    same.ifPresent(last -> passBy(step, last, fingerprint, PassBy.report(step, last, read.get())));
    return same.isPresent();
  }

  private void passBy(Step step, StepsBefore.Success last, String fingerprint, JobReport report) {
    Instant now = Instant.now();
    outcomes.add(
        new StepOutcome(
            step,
            run.runId(),
            report,
            fingerprint,
            last.marks(),
            Optional.of(last.runId()),
            begun,
            Duration.between(begun, now),
            StepLoad.none(step.type())));
    begun = now;
  }

  private static JobReport nothing(StepsBefore.Success analyze) {
    return JobReport.nothingToDo(
        new Analyzed.Settled(), analyze.marks().of(List.of(FilesTable.SPEC)).versions());
  }

  private List<String> end(QuietScan.Found found) {
    run.progress().total(outcomes.size());
    List<StepOutcome> named = outcomes.stream().map(this::written).toList();
    run.progress().current(named.size());
    CatalogTotals totals = new TotalsQuery(database).of(catalog.id());
    String versions =
        new KeptVersions(
                new JobConfigs(request.conf()).retention(),
                found.retention(),
                new VacuumRuns(database, found.warehouseId()),
                started)
            .words(catalog.id());
    Optional<String> decisions =
        new NightBackup(
                database,
                catalog.id(),
                BackupFolder.beside(warehouse(), StorageSettings.ofThisProgram()))
            .afterNight();
    run.succeed(Json.of(StepsBody.night(named, totals, versions, decisions)));
    return new Summary(catalog.name(), run.runId(), named, ExitCode.SUCCESS)
        .ofNight(totals, versions, decisions);
  }

  /** With a row of its own in the ledger. */
  private StepOutcome written(StepOutcome outcome) {
    RunHandle row =
        ledger.start(
            catalog,
            RunId.of(outcome.startedAt(), outcome.step().type(), catalog.name()),
            outcome.step().type(),
            Json.of(Map.of()),
            Optional.of(run));
    row.progress().total(outcome.report().total());
    row.progress().current(outcome.report().total());
    row.succeed(outcome.json());
    return outcome.of(row.runId());
  }

  private String warehouse() {
    return request.options().home().warehouse();
  }
}
