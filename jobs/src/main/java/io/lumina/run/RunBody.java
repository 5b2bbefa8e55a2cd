package io.lumina.run;

import io.lumina.failure.ExitCode;

/**
 * What a run does with the catalog that it holds; it ends its row of the ledger when all is well.
 */
public interface RunBody {

  /** Does it, prints what it did, and says how the program should exit. */
  ExitCode run(StepContext context);
}
