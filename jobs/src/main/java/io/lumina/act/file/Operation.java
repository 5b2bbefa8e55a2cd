package io.lumina.act.file;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

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
 * @param needs files that have to be there when it goes, such as the one that stays for it
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
    List<Path> needs) {
  private static final int SHA256_DIGITS = 64;

  public Operation {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(reason, "reason");
    needs = List.copyOf(needs);
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
        number, unit, back, target, source, sha256, size, modified, reason, List.of());
  }
}
