package io.lumina.meta.date;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * When a picture was taken, as far as its candidates tell.
 *
 * @param winner the candidate that decided; empty when there is none
 * @param local wall clock at the place; the clock of UTC where only an instant and no zone is known
 * @param offset of the wall clock from UTC; empty when unknown
 * @param confidence that of the winner, 0 without one
 * @param reasons why to look at it, in the order of {@link DateReason}
 * @param candidates all of them, with the confidence that each has beside the others
 */
public record CaptureDate(
    Optional<DateCandidate> winner,
    Optional<LocalDateTime> local,
    Optional<ZoneOffset> offset,
    int confidence,
    List<DateReason> reasons,
    List<DateCandidate> candidates) {

  /** No candidate, no date. */
  public static final CaptureDate UNKNOWN =
      new CaptureDate(
          Optional.empty(), Optional.empty(), Optional.empty(), 0, List.of(), List.of());

  public CaptureDate {
    Objects.requireNonNull(winner, "winner");
    Objects.requireNonNull(local, "local");
    Objects.requireNonNull(offset, "offset");
    reasons = List.copyOf(reasons);
    candidates = List.copyOf(candidates);
  }
}
