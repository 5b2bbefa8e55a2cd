package io.lumina.cli;

import io.lumina.SharedPostgres;
import io.lumina.SharedSpark;
import io.lumina.catalog.Catalogs;
import io.lumina.cli.option.GlobalOptions;
import io.lumina.ledger.RunHandle;
import io.lumina.ledger.RunLedger;
import io.lumina.postgres.Database;
import io.lumina.run.step.JobConfigs;
import io.lumina.run.step.RunRequest;
import io.lumina.run.step.Step;
import io.lumina.run.step.StepContext;
import io.lumina.session.RunOptions;
import io.lumina.store.CatalogLock;
import io.lumina.store.Guard;
import io.lumina.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine;

/** A new catalog with a warehouse of its own, held by this JVM, and runs on it. */
public final class HeldCatalog implements AutoCloseable {
  private final Database database = SharedPostgres.database();
  private final RunLedger ledger = new RunLedger(database);
  private final Path warehouse;
  private final CatalogLock lock;

  public HeldCatalog(Path warehouse) {
    this.warehouse = warehouse;
    this.lock =
        CatalogLock.acquire(
            database,
            new Catalogs(database).create("held " + UUID.randomUUID(), List.of()),
            warehouse.toString(),
            "run-of-a-test");
  }

  public Database database() {
    return database;
  }

  /** A run of a type; its store asks the guard, and its options are those of a command line. */
  public StepContext run(String type, Guard guard, String... options) {
    RunOptions chosen = CommandLine.populateCommand(new GlobalOptions(), options).values();
    RunHandle run =
        ledger.start(lock.catalog(), type + "-" + UUID.randomUUID(), type, "{}", Optional.empty());
    Store store =
        new Store(
            SharedSpark.session(),
            warehouse.toString(),
            new JobConfigs(chosen.conf()).retention(),
            guard);
    RunRequest request =
        RunRequest.of(type, chosen)
            .doing(List.of(Step.PUBLISH))
            .on(Optional.of(lock.catalog().name()));
    return new StepContext(request, chosen.conf(), lock, database, store, ledger, run);
  }

  /** Throws what Java says cannot be thrown here, as Spark does. */
  @SuppressWarnings("unchecked")
  public static <E extends Throwable> RuntimeException undeclared(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Override
  public void close() {
    ledger.close();
    lock.close();
  }
}
