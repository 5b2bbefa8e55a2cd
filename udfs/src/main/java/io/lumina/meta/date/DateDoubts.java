package io.lumina.meta.date;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the reasons to doubt a chosen date. */
final class DateDoubts {
  private static final int TRUSTED = 70;
  private static final int FIRST_DIGITAL_YEAR = 1990;
  private static final Duration SLACK = Duration.ofDays(1);
  private static final int CONFLICT_DAYS = 30;

  /** Day zero of the counts in which computers keep time: no date at all, whoever gives it. */
  private static final Set<LocalDate> DAYS_ZERO =
      Set.of(LocalDate.of(1904, 1, 1), LocalDate.of(1970, 1, 1));

  /** Days on which clocks that were never set begin; at any time of day, since they run on. */
  private static final Set<LocalDate> FIRST_DAYS =
      Set.of(LocalDate.of(1980, 1, 1), LocalDate.of(2000, 1, 1));

  /** What a family of Android firmwares writes when it has no clock. */
  private static final LocalDateTime ANDROID = LocalDateTime.of(2002, 12, 8, 12, 0, 0);

  private final DateCandidate winner;
  private final LocalDateTime local;
  private final Optional<ZoneOffset> offset;
  private final List<DateCandidate> candidates;

  DateDoubts(
      DateCandidate winner,
      LocalDateTime local,
      Optional<ZoneOffset> offset,
      List<DateCandidate> candidates) {
    this.winner = winner;
    this.local = local;
    this.offset = offset;
    this.candidates = candidates;
  }

  List<DateReason> reasons(Instant now) {
    List<DateReason> reasons = new ArrayList<>();
    add(reasons, DateReason.FUTURE, instant().isAfter(now.plus(SLACK)));
    add(reasons, DateReason.PRE_1990, local.getYear() < FIRST_DIGITAL_YEAR);
    add(reasons, DateReason.CAMERA_DEFAULT, isCameraDefault());
    add(reasons, DateReason.CONFLICT_30D, candidates.stream().anyMatch(this::contradicts));
    add(reasons, DateReason.FILESYSTEM_ONLY, isOf(winner, DateField.FILE_SYSTEM));
    add(reasons, DateReason.LOW_CONFIDENCE, winner.confidence() < TRUSTED);
    add(reasons, DateReason.MIDNIGHT, local.toLocalTime().equals(LocalTime.MIDNIGHT));
    return reasons;
  }

  private Instant instant() {
    return winner.utc().orElseGet(() -> local.toInstant(offset.orElse(ZoneOffset.UTC)));
  }

  private boolean isCameraDefault() {
    LocalDate day = local.toLocalDate();
    boolean partial = winner.precision().compareTo(DatePrecision.DAY) < 0;
    if (winner.utc().filter(Instant.EPOCH::equals).isPresent()
        || (DAYS_ZERO.contains(day) && !partial)) {
      return true;
    }
    return winner.precision() == DatePrecision.TIME
        && (FIRST_DAYS.contains(day)
            || local.withNano(0).equals(ANDROID)
            || (winner.isEmbedded() && isNewYear()));
  }

  /**
   * A first of January at midnight sharp: makers let their clocks begin in many years. Before there
   * were digital cameras it is what people write who know the year of a print.
   */
  private boolean isNewYear() {
    return local.getYear() >= FIRST_DIGITAL_YEAR
        && MonthDay.from(local).equals(MonthDay.of(1, 1))
        && local.toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  /**
   * Dates of modification say nothing of the capture, so they cannot contradict it; a directory or
   * a partial date contradicts when the date is more than thirty days outside what it names.
   */
  private boolean contradicts(DateCandidate other) {
    boolean speaksOfCapture =
        other.isOriginal()
            || CaptureDates.isTakeout(other)
            || isOf(other, DateField.FILE_NAME)
            || isOf(other, DateField.DIRECTORY);
    LocalDateTime start = CaptureDates.onUtcClock(other);
    LocalDateTime end = other.precision().end(start);
    return speaksOfCapture
        && (winner.precision().end(local).isBefore(start.minusDays(CONFLICT_DAYS))
            || local.isAfter(end.plusDays(CONFLICT_DAYS)));
  }

  private static boolean isOf(DateCandidate candidate, DateField field) {
    return candidate.source().equals(field.source());
  }

  private static void add(List<DateReason> reasons, DateReason reason, boolean holds) {
    if (holds) {
      reasons.add(reason);
    }
  }
}
