package io.lumina.act.file;

import java.util.Objects;

/**
 * What came of an operation.
 *
 * @param operation which
 * @param mark how it ended
 * @param reason why it was skipped or failed; empty when it was done
 */
public record Outcome(Operation operation, Mark mark, String reason) {
  public Outcome {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(mark, "mark");
    Objects.requireNonNull(reason, "reason");
  }
}
