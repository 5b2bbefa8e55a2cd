package io.lumina.run;

import io.lumina.catalog.Catalog;
import io.lumina.failure.ExitCode;
import io.lumina.ledger.RunHandle;
import io.lumina.ledger.RunLedger;
import io.lumina.postgres.Database;
import io.lumina.run.step.StepContext;
import java.util.Optional;

/**
 * What a run does with the catalog that it holds; it ends its row of the ledger when all is well.
 */
public interface RunBody {

  /** Does it, prints what it did, and says how the program should exit. */
  ExitCode run(StepContext context);

  /** The same before there is a Spark session; none, with nothing done, where that is needed. */
  default Optional<ExitCode> withoutSpark(
      Catalog catalog, Database database, RunLedger ledger, RunHandle run) {
    return Optional.empty();
  }
}
