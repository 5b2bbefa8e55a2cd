package io.lumina.meta.date;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The clock in the header of a film. QuickTime counts seconds from 1904; some recorders count them
 * from 1970, and their films seem to be 66 years older than they are. A header of before 1970 is
 * therefore read as counted from 1970, unless another date agrees with the older reading or the
 * younger one lies in the future.
 */
public final class FilmClock {
  /** Seconds from 1904 to 1970. */
  private static final long GAP = 2_082_844_800L;

  private static final int AGREEING_DAYS = 30;

  private static final Set<DateField> HEADER =
      EnumSet.of(
          DateField.QUICKTIME_CREATE,
          DateField.QUICKTIME_MEDIA_CREATE,
          DateField.QUICKTIME_TRACK_CREATE,
          DateField.QUICKTIME_MODIFIED);

  private FilmClock() {}

  /** The moment that a header's count most likely means, as far as the film itself tells. */
  public static Instant read(long seconds) {
    return seconds < GAP ? Instant.ofEpochSecond(seconds) : since1904(seconds);
  }

  /** The dates of one picture with the clocks of film headers as all of them together tell. */
  static List<DateCandidate> settled(List<DateCandidate> dates, Instant now) {
    List<DateCandidate> others =
        dates.stream()
            .filter(each -> seconds(each).isEmpty() && !each.is(DateKind.FILE_SYSTEM))
            .toList();
    return dates.stream()
        .map(
            date ->
                seconds(date)
                    .map(count -> date.withInstant(settled(count, others, now)))
                    .orElse(date))
        .toList();
  }

  private static Instant settled(long seconds, List<DateCandidate> others, Instant now) {
    Instant old = since1904(seconds);
    Instant young = read(seconds);
    boolean agreesWithOld = others.stream().anyMatch(other -> agrees(other, old));
    boolean agreesWithYoung = others.stream().anyMatch(other -> agrees(other, young));
    boolean future = young.isAfter(now.plus(Duration.ofDays(1)));
    return (agreesWithOld && !agreesWithYoung) || future ? old : young;
  }

  private static boolean agrees(DateCandidate other, Instant moment) {
    LocalDateTime start = CaptureDates.onUtcClock(other);
    LocalDateTime clock = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    return !clock.isBefore(start.minusDays(AGREEING_DAYS))
        && clock.isBefore(other.precision().end(start).plusDays(AGREEING_DAYS));
  }

  /** The count of a header that may be of either clock. */
  private static Optional<Long> seconds(DateCandidate date) {
    return DateField.of(date)
        .filter(HEADER::contains)
        .filter(field -> date.raw().matches("\\d{1,10}"))
        .map(field -> Long.valueOf(date.raw()))
        .filter(seconds -> seconds < GAP);
  }

  private static Instant since1904(long seconds) {
    return Instant.ofEpochSecond(seconds - GAP);
  }
}
