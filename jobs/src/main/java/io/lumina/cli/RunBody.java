package io.lumina.cli;

import io.lumina.job.ExitCode;

/**
 * What a run does with the catalog that it holds; it ends its row of the ledger when all is well.
 */
interface RunBody {

  /** Does it, prints what it did, and says how the program should exit. */
  ExitCode run(StepContext context);
}
