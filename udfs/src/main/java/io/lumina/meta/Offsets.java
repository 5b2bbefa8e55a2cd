package io.lumina.meta;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * How far a wall clock was from UTC: its own offset, else the GPS date and time, else Takeout's
 * instant, else the configured zone, else the wall clock of a file name beside an instant, else
 * unknown.
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
    Optional<ZoneOffset> known =
        winner.isEmbedded()
            ? difference(local, candidates, DateField.GPS)
                .or(() -> difference(local, candidates, DateField.TAKEOUT_TAKEN))
            : Optional.empty();
    return known.or(() -> configuredZone.map(zone -> local.atZone(zone).getOffset()));
  }

  private static Optional<ZoneOffset> ofInstant(
      Instant utc, List<DateCandidate> candidates, Optional<ZoneId> configuredZone) {
    return configuredZone
        .map(zone -> zone.getRules().getOffset(utc))
        .or(
            () ->
                candidates.stream()
                    .filter(each -> each.source().equals(DateField.FILE_NAME.source()))
                    .flatMap(each -> each.local().stream())
                    .flatMap(local -> difference(local, utc).stream())
                    .findFirst());
  }

  private static Optional<ZoneOffset> difference(
      LocalDateTime local, List<DateCandidate> candidates, DateField field) {
    return candidates.stream()
        .filter(each -> DateField.rank(each) == field.ordinal())
        .flatMap(each -> each.utc().stream())
        .flatMap(utc -> difference(local, utc).stream())
        .findFirst();
  }

  /** The offset that explains both, where a whole number of quarter hours does. */
  private static Optional<ZoneOffset> difference(LocalDateTime local, Instant utc) {
    long seconds = Duration.between(utc, local.toInstant(ZoneOffset.UTC)).toSeconds();
    long rounded = Math.round(seconds / (double) QUARTER) * QUARTER;
    boolean plausible = Math.abs(seconds - rounded) <= TOLERANCE && Math.abs(rounded) <= FARTHEST;
    return plausible ? Optional.of(ZoneOffset.ofTotalSeconds((int) rounded)) : Optional.empty();
  }
}
