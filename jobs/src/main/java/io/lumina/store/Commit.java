package io.lumina.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One version of a table and who wrote it.
 *
 * @param version from 0
 * @param time of the commit
 * @param runId the run or step; none when the table was made or its properties were set
 */
public record Commit(long version, Instant time, Optional<String> runId) {
  public Commit {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(runId, "runId");
  }
}
