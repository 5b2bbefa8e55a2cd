package io.lumina.run;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.failure.Mistake;
import io.lumina.ledger.RunHandle;
import io.lumina.ledger.RunId;
import io.lumina.run.step.StepContext;
import io.lumina.text.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A piece of a run with a row in the ledger: of its own, or that of the run when it is all of it.
 *
 * @param handle of the row
 * @param isOwn whether the row ends with the step
 */
record LedgerStep(RunHandle handle, boolean isOwn) {

  /** Begins a step with a row of its own. */
  static LedgerStep begin(StepContext context, String type, Instant started) {
    RunHandle handle =
        context
            .ledger()
            .start(
                context.catalog(),
                RunId.of(started, type, context.catalog().name()),
                type,
                Json.of(Map.of()),
                Optional.of(context.run()));
    return new LedgerStep(handle, true);
  }

  /** The step that is all of a run. */
  static LedgerStep allOf(StepContext context) {
    return new LedgerStep(context.run(), false);
  }

  /** Does the work, which ends the row when all is well; ends it as FAILURE when it is not. */
  <T> T run(Supplier<T> work) {
    try {
      return work.get();
    } catch (Throwable failed) {
      // Spark throws exceptions that it does not declare; an Error ends a step, too.
      if (isOwn) {
        end(handle, failed);
      }
      throw failed;
    }
  }

  /** Ends the row of a run or step as FAILURE; what failed counts more than a database away. */
  static void end(RunHandle run, Throwable failed) {
    Optional<LuminaException> mistake = Mistake.in(failed);
    String message = mistake.map(Throwable::getMessage).orElse(String.valueOf(failed.getMessage()));
    try {
      run.fail(message, mistake.map(LuminaException::exit).orElse(ExitCode.UNEXPECTED));
    } catch (RuntimeException away) {
      failed.addSuppressed(away);
    }
  }
}
