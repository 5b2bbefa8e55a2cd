package io.lumina.meta.date;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * How far a wall clock was from UTC: its own offset, else that of another date that shows the same
 * second, else the GPS date and time, else Takeout's instant, else that of a file name in UTC, else
 * the configured zone, else the wall clock of a file name beside an instant, else unknown.
 */
final class Offsets {
  /** All zones in use are whole quarters of an hour. */
  private static final int QUARTER = 15 * 60;

  /** A position fix may be some minutes old. */
  private static final int TOLERANCE = 5 * 60;

  private static final int FARTHEST = 14 * 3_600;

  private Offsets() {}

  static Optional<ZoneOffset> of(
      DateCandidate winner, List<DateCandidate> candidates, Optional<ZoneId> configuredZone) {
    if (winner.offset().isPresent()) {
      return winner.offset();
    }
    return winner
        .local()
        .map(local -> ofClock(local, winner, candidates, configuredZone))
        .orElseGet(() -> ofInstant(winner.utc().orElseThrow(), candidates, configuredZone));
  }

  private static Optional<ZoneOffset> ofClock(
      LocalDateTime local,
      DateCandidate winner,
      List<DateCandidate> candidates,
      Optional<ZoneId> configuredZone) {
    boolean clock = winner.isEmbedded() && winner.precision() == DatePrecision.TIME;
    Optional<ZoneOffset> known =
        clock
            ? ofEqualClock(local, candidates)
                .or(() -> difference(local, candidates, DateField.GPS))
                .or(() -> difference(local, candidates, DateField.TAKEOUT_TAKEN))
                .or(() -> difference(local, candidates, DateField.FILE_NAME))
            : Optional.empty();
    return known.or(() -> configuredZone.map(zone -> local.atZone(zone).getOffset()));
  }

  /**
   * Exif keeps one offset for each of its three clocks; where two show the same second, they speak
   * of one moment. So does a sidecar. The offsets of IPTC and of XMP inside the file are often
   * those of the computer at which somebody sat.
   */
  private static Optional<ZoneOffset> ofEqualClock(
      LocalDateTime local, List<DateCandidate> candidates) {
    return candidates.stream()
        .filter(each -> each.isExif() || (each.isBeside() && each.is(DateKind.CAPTURE)))
        .filter(each -> each.local().filter(other -> sameSecond(local, other)).isPresent())
        .flatMap(each -> each.offset().stream())
        .findFirst();
  }

  private static boolean sameSecond(LocalDateTime one, LocalDateTime other) {
    return one.withNano(0).equals(other.withNano(0));
  }

  private static Optional<ZoneOffset> ofInstant(
      Instant utc, List<DateCandidate> candidates, Optional<ZoneId> configuredZone) {
    return configuredZone
        .map(zone -> zone.getRules().getOffset(utc))
        .or(
            () ->
                candidates.stream()
                    .filter(each -> each.is(DateKind.FILE_NAME))
                    .filter(each -> each.precision() == DatePrecision.TIME)
                    .flatMap(each -> each.local().stream())
                    .flatMap(local -> between(local, utc).stream())
                    .findFirst());
  }

  private static Optional<ZoneOffset> difference(
      LocalDateTime local, List<DateCandidate> candidates, DateField field) {
    return candidates.stream()
        .filter(each -> DateField.rank(each) == field.ordinal())
        .flatMap(each -> each.utc().stream())
        .flatMap(utc -> between(local, utc).stream())
        .findFirst();
  }

  /** The offset that explains both, where a whole number of quarter hours does. */
  static Optional<ZoneOffset> between(LocalDateTime local, Instant utc) {
    long seconds = Duration.between(utc, local.toInstant(ZoneOffset.UTC)).toSeconds();
    long rounded = Math.round(seconds / (double) QUARTER) * QUARTER;
    boolean plausible = Math.abs(seconds - rounded) <= TOLERANCE && Math.abs(rounded) <= FARTHEST;
    return plausible ? Optional.of(ZoneOffset.ofTotalSeconds((int) rounded)) : Optional.empty();
  }
}
