package io.lumina.cli;

import io.lumina.config.LuminaConf;
import io.lumina.job.ExitCode;
import io.lumina.job.LuminaException;
import io.lumina.postgres.Catalog;
import io.lumina.postgres.Catalogs;
import io.lumina.store.CatalogLock;
import io.lumina.store.RunHandle;
import io.lumina.store.RunId;
import io.lumina.store.RunLedger;
import io.lumina.store.Store;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.MDC;

/** One run of one or more steps on one catalog: holds the lock, keeps the ledger, prints. */
final class CatalogRun {
  private static final String RUN_ID = "run_id";

  /** What scripts/lumina --gpu found; not set where it was not asked. */
  private static final String GPU = "lumina.gpu";

  private final RunRequest request;
  private final LuminaConf conf;
  private final PrintStream out;
  private final SparkMaster master = SparkMaster.ofThisProgram();

  CatalogRun(RunRequest request, PrintStream out) {
    this.request = request;
    this.conf = request.conf();
    this.out = out;
    new JobConfigs(conf).check();
  }

  /** Does all steps and says how the program should exit. */
  ExitCode execute() {
    master.check(request.options());
    try (DatabaseSession session = DatabaseSession.openMigrated(request.options())) {
      Catalog catalog = new CatalogChoice(new Catalogs(session.database())).of(request);
      String runId = RunId.of(Instant.now(), request.jobType(), catalog.name());
      String warehouse = request.options().home().warehouse();
      try (CatalogLock lock = CatalogLock.acquire(session.database(), catalog, warehouse, runId);
          RunLedger ledger = new RunLedger(session.database())) {
        ledger.markDead(catalog.id());
        RunHandle run =
            ledger.start(
                lock.catalog(), runId, request.jobType(), parameters(catalog), Optional.empty());
        return inRun(session, lock.catalog(), ledger, run);
      }
    }
  }

  private ExitCode inRun(
      DatabaseSession database, Catalog catalog, RunLedger ledger, RunHandle run) {
    MDC.put(RUN_ID, run.runId());
    Interruption cancel = Interruption.first(ledger::cancelRunning);
    try (Sessions session = Sessions.open(request.jobType())) {
      String warehouse = request.options().home().warehouse();
      if (!master.isThisMachine()) {
        ClusterProbe.of(catalog, warehouse).check(session.spark());
      }
      Store store = new Store(session.spark(), warehouse);
      StepContext context =
          new StepContext(request, conf, catalog, database.database(), store, ledger, run);
      List<StepOutcome> outcomes = steps(context, run);
      ExitCode exit = exit(outcomes);
      Summary summary = new Summary(catalog.name(), run.runId(), outcomes, exit);
      if (request.isNightly()) {
        CatalogTotals totals = new TotalsQuery(database.database()).of(catalog.id());
        end(run, Json.of(night(outcomes, totals)), outcomes, exit);
        summary.ofNight(totals).forEach(out::println);
      } else {
        end(run, outcomes.get(0).json(), outcomes, exit);
        summary.ofStep().forEach(out::println);
      }
      return exit;
    } catch (RuntimeException e) {
      Throwable cause = Mistake.in(e).<Throwable>map(mistake -> mistake).orElse(e);
      run.fail(String.valueOf(cause.getMessage()), exitOf(e));
      throw e;
    } finally {
      cancel.close();
      MDC.remove(RUN_ID);
    }
  }

  private static Map<String, Object> night(List<StepOutcome> outcomes, CatalogTotals totals) {
    return Map.of(
        "steps", outcomes.stream().map(StepOutcome::runId).toList(), "totals", totals.byName());
  }

  private List<StepOutcome> steps(StepContext context, RunHandle run) {
    List<StepOutcome> outcomes = new ArrayList<>();
    if (request.isNightly()) {
      run.progress().total(request.steps().size());
    }
    try (StepRunner runner = new StepRunner(context, out)) {
      for (Step step : request.steps()) {
        outcomes.add(runner.run(step, outcomes));
        if (request.isNightly()) {
          run.progress().current(outcomes.size());
        }
      }
    }
    return outcomes;
  }

  private static ExitCode exit(List<StepOutcome> outcomes) {
    return outcomes.stream()
        .map(outcome -> outcome.report().exit())
        .filter(exit -> exit != ExitCode.SUCCESS)
        .findFirst()
        .orElse(ExitCode.SUCCESS);
  }

  private static void end(RunHandle run, String result, List<StepOutcome> outcomes, ExitCode exit) {
    if (exit == ExitCode.SUCCESS) {
      run.succeed(result);
    } else {
      run.failWithResult(result, notes(outcomes), exit);
    }
  }

  private static String notes(List<StepOutcome> outcomes) {
    return String.join(
        "; ",
        outcomes.stream()
            .filter(outcome -> outcome.report().exit() != ExitCode.SUCCESS)
            .flatMap(outcome -> outcome.report().notes().stream())
            .toList());
  }

  private static ExitCode exitOf(RuntimeException e) {
    return Mistake.in(e).map(LuminaException::exit).orElse(ExitCode.UNEXPECTED);
  }

  private String parameters(Catalog catalog) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("sources", catalog.sourceDirectories());
    request.listing().ifPresent(listing -> parameters.put("listing", listing));
    parameters.put("accept_missing", request.acceptMissing());
    parameters.put("warehouse", request.options().home().warehouse());
    Optional.of(System.getProperty(GPU, ""))
        .filter(gpu -> !gpu.isEmpty())
        .ifPresent(gpu -> parameters.put("gpu", gpu));
    parameters.put("configuration", conf.toJson());
    return Json.of(parameters);
  }
}
