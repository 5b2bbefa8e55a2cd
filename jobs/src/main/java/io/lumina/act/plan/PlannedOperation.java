package io.lumina.act.plan;

import io.lumina.act.file.Operation;
import java.util.Objects;
import java.util.Optional;

/**
 * An operation of a new plan.
 *
 * @param operation what is to be done
 * @param imageId of the image, unless it is a sidecar
 * @param kept the file that stays for it
 * @param needs another file that has to be there before it goes
 * @param conflict what speaks against it; then it is shown and not carried out
 */
public record PlannedOperation(
    Operation operation,
    Optional<String> imageId,
    Optional<String> kept,
    Optional<String> needs,
    Optional<String> conflict) {
  public PlannedOperation {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(imageId, "imageId");
    Objects.requireNonNull(kept, "kept");
    Objects.requireNonNull(needs, "needs");
    Objects.requireNonNull(conflict, "conflict");
  }
}
