package io.lumina.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A run or a step as the ledger knows it.
 *
 * @param runId its name
 * @param parentRunId the run that it is a step of
 * @param createdAt when it began; runs of one catalog do not overlap
 * @param written version of each Delta table after it, by name; none of tables it did not touch
 */
public record LedgerRun(
    String runId, Optional<String> parentRunId, Instant createdAt, Map<String, Long> written) {
  public LedgerRun {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(parentRunId, "parentRunId");
    Objects.requireNonNull(createdAt, "createdAt");
    written = Map.copyOf(written);
  }

  /** The run that a person started. */
  public String root() {
    return parentRunId.orElse(runId);
  }
}
