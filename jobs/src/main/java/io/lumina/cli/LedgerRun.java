package io.lumina.cli;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A run or a step as the ledger knows it.
 *
 * @param runId its name
 * @param parentRunId the run that it is a step of
 * @param createdAt when it began; runs of one catalog do not overlap
 * @param written names of the Delta tables that it says it wrote
 */
record LedgerRun(
    String runId, Optional<String> parentRunId, Instant createdAt, Set<String> written) {
  LedgerRun {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(parentRunId, "parentRunId");
    Objects.requireNonNull(createdAt, "createdAt");
    written = Set.copyOf(written);
  }

  /** The run that a person started. */
  String root() {
    return parentRunId.orElse(runId);
  }
}
