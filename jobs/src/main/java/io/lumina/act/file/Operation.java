package io.lumina.act.file;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing to do with one file.
 *
 * @param number within its plan, from 0
 * @param unit files that belong together have one; they go all or none
 * @param kind what is done
 * @param source where the file lies
 * @param target where it will lie
 * @param sha256 of its content, 64 hex digits
 * @param size in bytes, when it was planned
 * @param modified when it was planned, to the millisecond
 * @param reason in words
 * @param kept the file that stays in the place of this one, which has to be there when it goes
 */
public record Operation(
    long number,
    String unit,
    OperationKind kind,
    Path source,
    Path target,
    String sha256,
    long size,
    Instant modified,
    String reason,
    Optional<Path> kept) {
  private static final int SHA256_DIGITS = 64;

  public Operation {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(kept, "kept");
    if (!source.isAbsolute() || !target.isAbsolute() || source.equals(target)) {
      throw new IllegalArgumentException(
          "two absolute paths, not %s and %s".formatted(source, target));
    }
    if (sha256.length() != SHA256_DIGITS) {
      throw new IllegalArgumentException("no SHA-256: " + sha256);
    }
    modified = modified.truncatedTo(ChronoUnit.MILLIS);
  }

  /** What takes this back once it is done. */
  public Operation reversed() {
    OperationKind back = kind.isMove() ? OperationKind.MOVE : OperationKind.UNCOPY;
    return new Operation(
        number, unit, back, target, source, sha256, size, modified, reason, Optional.empty());
  }
}
