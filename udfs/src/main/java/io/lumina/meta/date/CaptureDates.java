package io.lumina.meta.date;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses among the dates of one picture: the best confidence wins, then the field order, then the
 * earliest, of directories the deepest, which comes first. Takeout only knows an instant, so it
 * never replaces a wall clock from inside the file; it may tell that clock's offset.
 */
public final class CaptureDates {
  private static final Comparator<DateCandidate> EARLIEST =
      Comparator.comparing(CaptureDates::onUtcClock).thenComparing(DateCandidate::raw);

  /** Among equals the earliest, whichever way each gives its moment; no order of directories. */
  static final Comparator<DateCandidate> BEST =
      Comparator.comparingInt(DateCandidate::confidence)
          .reversed()
          .thenComparingInt(DateField::rank)
          .thenComparing(
              (one, other) -> one.is(DateKind.DIRECTORY) ? 0 : EARLIEST.compare(one, other));

  private CaptureDates() {}

  /**
   * The date that a catalog shows.
   *
   * @param found in and beside the file and in its path; weighed here against each other
   * @param now to tell the future
   * @param configuredZone where the pictures were taken when nothing else tells
   */
  public static CaptureDate choose(
      List<DateCandidate> found, Instant now, Optional<ZoneId> configuredZone) {
    List<DateCandidate> candidates = DateWeights.of(FilmClock.settled(found, now));
    boolean embeddedClock =
        candidates.stream().anyMatch(each -> each.isEmbedded() && each.local().isPresent());
    Optional<DateCandidate> winner =
        candidates.stream().filter(each -> !(embeddedClock && isTakeout(each))).min(BEST);
    return winner
        .map(best -> resolved(best, candidates, now, configuredZone))
        .orElse(CaptureDate.UNKNOWN);
  }

  private static CaptureDate resolved(
      DateCandidate winner,
      List<DateCandidate> candidates,
      Instant now,
      Optional<ZoneId> configuredZone) {
    Optional<ZoneOffset> offset = Offsets.of(winner, candidates, configuredZone);
    LocalDateTime local =
        winner
            .local()
            .orElseGet(
                () ->
                    LocalDateTime.ofInstant(
                        winner.utc().orElseThrow(), offset.orElse(ZoneOffset.UTC)));
    List<DateReason> reasons = new DateDoubts(winner, local, offset, candidates).reasons(now);
    return new CaptureDate(
        Optional.of(winner), Optional.of(local), offset, winner.confidence(), reasons, candidates);
  }

  static boolean isTakeout(DateCandidate candidate) {
    return candidate.source().equals(DateField.TAKEOUT_TAKEN.source());
  }

  /** What its clock shows, or that of UTC where only an instant is known. */
  static LocalDateTime onWallClock(DateCandidate candidate) {
    return candidate.local().orElseGet(() -> onUtcClock(candidate));
  }

  /** A moment for comparing and for distances of days. */
  static LocalDateTime onUtcClock(DateCandidate candidate) {
    return candidate
        .utc()
        .map(utc -> LocalDateTime.ofInstant(utc, ZoneOffset.UTC))
        .or(candidate::local)
        .orElseThrow();
  }
}
