package io.lumina.ledger;

import io.lumina.failure.ExitCode;
import io.lumina.job.Progress;
import java.util.UUID;

/** A run that has begun and has to end: exactly one of succeed, fail, cancelled. */
public final class RunHandle {
  private final RunLedger ledger;
  private final UUID id;
  private final String runId;
  private final RunProgress progress = new RunProgress();
  private boolean ended;

  RunHandle(RunLedger ledger, UUID id, String runId) {
    this.ledger = ledger;
    this.id = id;
    this.runId = runId;
  }

  /** Key of its row. */
  public UUID id() {
    return id;
  }

  /** Its readable name, unique in the database. */
  public String runId() {
    return runId;
  }

  /** Tell it at any rate; the table hears of it twice a second at most. */
  public Progress progress() {
    return progress;
  }

  /**
   * Ends as SUCCESS.
   *
   * @param resultJson what it counted, a JSON object
   */
  public void succeed(String resultJson) {
    end("SUCCESS", resultJson, null, ExitCode.SUCCESS);
  }

  /**
   * Ends as FAILURE.
   *
   * @param error one line for a person, without secrets
   * @param exit as the program will exit
   */
  public void fail(String error, ExitCode exit) {
    end("FAILURE", null, error, exit);
  }

  /**
   * Ends as FAILURE although its work was done and counted, such as with too many broken files.
   *
   * @param resultJson what it counted, a JSON object
   * @param error one line for a person
   * @param exit as the program will exit
   */
  public void failWithResult(String resultJson, String error, ExitCode exit) {
    end("FAILURE", resultJson, error, exit);
  }

  /** Ends as CANCELLED: a person stopped it. */
  public void cancelled() {
    end("CANCELLED", null, "stopped by a person", ExitCode.UNEXPECTED);
  }

  RunProgress written() {
    return progress;
  }

  private synchronized void end(String status, String resultJson, String error, ExitCode exit) {
    if (!ended) {
      ended = true;
      ledger.end(this, status, resultJson, error, exit);
    }
  }
}
