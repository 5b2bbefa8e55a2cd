package io.lumina.meta.date;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far each date of one picture is believed beside the others: the time of digitizing less where
 * a time of capture is known too, and a time of capture that a sidecar puts right most of all.
 */
final class DateWeights {
  /** Of the digitizing of something that was taken before. */
  private static final int AFTER_CAPTURE = 90;

  /** Of a time of capture that somebody wrote beside the picture and that differs from its own. */
  private static final int CORRECTION = 97;

  private final List<DateCandidate> dates;

  private DateWeights(List<DateCandidate> dates) {
    this.dates = dates;
  }

  /** The same dates in the same order; the first sidecar's correction counts, if several differ. */
  static List<DateCandidate> of(List<DateCandidate> dates) {
    DateWeights weights = new DateWeights(dates);
    boolean captured = dates.stream().anyMatch(date -> date.is(DateKind.CAPTURE));
    Optional<DateCandidate> correction = weights.correction();
    List<DateCandidate> weighed = new ArrayList<>();
    for (DateCandidate date : dates) {
      boolean corrects = correction.filter(one -> one == date).isPresent();
      int usual = DateField.of(date).map(DateField::confidence).orElse(date.confidence());
      int beside = captured && date.is(DateKind.DIGITIZED) ? AFTER_CAPTURE : usual;
      weighed.add(date.withConfidence(corrects ? CORRECTION : beside));
    }
    return weighed;
  }

  private Optional<DateCandidate> correction() {
    Optional<DateCandidate> own =
        dates.stream().filter(date -> date.isOriginal() && !date.isBeside()).min(CaptureDates.BEST);
    return dates.stream()
        .filter(date -> date.isBeside() && date.is(DateKind.CAPTURE))
        .findFirst()
        .filter(beside -> own.isPresent() && differ(beside, own.get()));
  }

  /**
   * Two dates are the same where they name one instant, or where the finer lies in what the coarser
   * names on the wall clock.
   */
  private static boolean differ(DateCandidate beside, DateCandidate own) {
    if (beside.utc().isPresent() && own.utc().isPresent()) {
      return beside.utc().get().getEpochSecond() != own.utc().get().getEpochSecond();
    }
    LocalDateTime one = beside.local().orElseThrow();
    LocalDateTime other = CaptureDates.onWallClock(own);
    // A film knows an instant only: any zone may lie between it and the wall clock.
    boolean zoned =
        own.local().isEmpty() && Offsets.between(one, own.utc().orElseThrow()).isPresent();
    return !(zoned
        || isWithin(one, other, own.precision())
        || isWithin(other, one, beside.precision()));
  }

  private static boolean isWithin(
      LocalDateTime moment, LocalDateTime start, DatePrecision precision) {
    LocalDateTime from = precision == DatePrecision.TIME ? start.withNano(0) : start;
    return !moment.isBefore(from) && moment.isBefore(precision.end(from));
  }
}
