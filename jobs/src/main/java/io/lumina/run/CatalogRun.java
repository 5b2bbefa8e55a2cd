package io.lumina.run;

import io.lumina.catalog.Catalog;
import io.lumina.catalog.CatalogChoice;
import io.lumina.catalog.Catalogs;
import io.lumina.config.LuminaConf;
import io.lumina.failure.ExitCode;
import io.lumina.hash.HashVersion;
import io.lumina.image.PictureReader;
import io.lumina.ledger.Missing;
import io.lumina.ledger.RunHandle;
import io.lumina.ledger.RunId;
import io.lumina.ledger.RunLedger;
import io.lumina.ledger.WarehouseGuard;
import io.lumina.postgres.Database;
import io.lumina.run.step.JobConfigs;
import io.lumina.run.step.RunRequest;
import io.lumina.run.step.StepContext;
import io.lumina.session.ClusterProbe;
import io.lumina.session.DatabaseSession;
import io.lumina.session.Interruption;
import io.lumina.session.Sessions;
import io.lumina.session.SparkMaster;
import io.lumina.store.CatalogLock;
import io.lumina.store.Store;
import io.lumina.store.WarehousePlace;
import io.lumina.text.Json;
import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.slf4j.MDC;

/** One run on one catalog: holds the lock, keeps the ledger. */
public final class CatalogRun {
  private static final String RUN_ID = "run_id";

  /** What scripts/lumina --gpu found; not set where it was not asked. */
  private static final String GPU = "lumina.gpu";

  private final RunRequest request;
  private final LuminaConf conf;
  private final Function<Database, Optional<String>> catalogName;
  private final RunBody body;
  private final SparkMaster master = SparkMaster.ofThisProgram();

  /** A run of the steps of a request. */
  public CatalogRun(RunRequest request, PrintStream out) {
    this(request, new StepsBody(request, out));
  }

  /** A run on the catalog of a request. */
  public CatalogRun(RunRequest request, RunBody body) {
    this(request, any -> request.catalog(), body);
  }

  /**
   * A run of any kind.
   *
   * @param catalogName which catalog, when the database has to be asked
   */
  public CatalogRun(
      RunRequest request, Function<Database, Optional<String>> catalogName, RunBody body) {
    this.request = request;
    this.catalogName = catalogName;
    this.conf = request.conf();
    this.body = body;
    new JobConfigs(conf).check();
  }

  /** Does all of it and says how the program should exit. */
  public ExitCode execute() {
    master.check(request.options());
    try (DatabaseSession session = DatabaseSession.openMigrated(request.options())) {
      Catalog catalog =
          new CatalogChoice(new Catalogs(session.database()))
              .of(catalogName.apply(session.database()), request.photos());
      String runId = RunId.of(Instant.now(), request.jobType(), catalog.name());
      String warehouse = request.options().home().warehouse();
      WarehousePlace place = WarehousePlace.onDisk(warehouse);
      if (place.isOnDisk()) {
        // Before the lock, which makes the folder that it lies in.
        guard(session).check(catalog, place);
      }
      try (CatalogLock lock = CatalogLock.acquire(session.database(), catalog, warehouse, runId);
          RunLedger ledger = new RunLedger(session.database())) {
        ledger.markDead(catalog.id());
        RunHandle run =
            ledger.start(
                lock.catalog(), runId, request.jobType(), parameters(catalog), Optional.empty());
        return inRun(session, lock, ledger, run);
      }
    }
  }

  private ExitCode inRun(
      DatabaseSession database, CatalogLock lock, RunLedger ledger, RunHandle run) {
    MDC.put(RUN_ID, run.runId());
    Interruption cancel = Interruption.first(ledger::cancelRunning);
    try {
      Optional<ExitCode> quiet =
          master.isThisMachine()
              ? body.withoutSpark(lock.catalog(), database.database(), ledger, run)
              : Optional.empty();
      return quiet.isPresent() ? quiet.get() : withSpark(database, lock, ledger, run);
    } catch (Throwable e) {
      // Spark throws exceptions that it does not declare; an Error ends a run, too.
      LedgerStep.end(run, e);
      throw e;
    } finally {
      cancel.close();
      MDC.remove(RUN_ID);
    }
  }

  private ExitCode withSpark(
      DatabaseSession database, CatalogLock lock, RunLedger ledger, RunHandle run) {
    try (Sessions session = Sessions.open(request.jobType())) {
      return session.run(spark -> body.run(context(spark, database, lock, ledger, run)));
    }
  }

  private StepContext context(
      SparkSession spark,
      DatabaseSession database,
      CatalogLock lock,
      RunLedger ledger,
      RunHandle run) {
    String warehouse = request.options().home().warehouse();
    if (!master.isThisMachine()) {
      ClusterProbe.of(lock.catalog(), warehouse).check(spark);
    }
    guard(database)
        .check(lock.catalog(), new WarehousePlace(warehouse, spark.sessionState().newHadoopConf()));
    Store store = new Store(spark, warehouse, new JobConfigs(conf).retention(), lock);
    return new StepContext(request, conf, lock, database.database(), store, ledger, run);
  }

  private WarehouseGuard guard(DatabaseSession session) {
    return new WarehouseGuard(session.database(), request.accepted());
  }

  private String parameters(Catalog catalog) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("sources", catalog.sourceDirectories());
    request.listing().ifPresent(listing -> parameters.put("listing", listing));
    parameters.put("accept_missing", request.acceptMissing());
    parameters.put("accept_missing_warehouse", request.accepted().contains(Missing.WAREHOUSE));
    parameters.put("start", request.start().name().toLowerCase(Locale.ROOT));
    parameters.put("warehouse", request.options().home().warehouse());
    Optional.of(System.getProperty(GPU, ""))
        .filter(gpu -> !gpu.isEmpty())
        .ifPresent(gpu -> parameters.put("gpu", gpu));
    parameters.put(
        "readers",
        "%s, hashes %d, heap %d"
            .formatted(
                PictureReader.means(), HashVersion.ALGO_VERSION, Runtime.getRuntime().maxMemory()));
    parameters.put("configuration", conf.toJson());
    return Json.of(parameters);
  }
}
