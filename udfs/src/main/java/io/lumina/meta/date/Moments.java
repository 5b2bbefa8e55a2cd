package io.lumina.meta.date;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Which moments can be those of a picture: 1800 to 9999. Nothing was photographed before, and what
 * reckons with times (the engine in microseconds, the database in four digits) holds none after.
 */
public final class Moments {
  static final int FIRST_YEAR = 1800;
  static final int LAST_YEAR = 9999;

  /** For messages. */
  public static final String YEARS = FIRST_YEAR + " to " + LAST_YEAR;

  private static final LocalDateTime FIRST = LocalDateTime.of(FIRST_YEAR, 1, 1, 0, 0);
  private static final LocalDateTime END = LocalDateTime.of(LAST_YEAR + 1, 1, 1, 0, 0);

  // A day inside: the wall clock of every zone then shows one of the years, too.
  private static final Instant FIRST_INSTANT = FIRST.plusDays(1).toInstant(ZoneOffset.UTC);
  private static final Instant END_INSTANT = END.minusDays(1).toInstant(ZoneOffset.UTC);

  private Moments() {}

  /** Whether a wall clock may have shown this when a picture was taken. */
  public static boolean isPossible(LocalDateTime local) {
    return !local.isBefore(FIRST) && local.isBefore(END);
  }

  /** Whether a picture may have been taken at this moment, whatever the wall clock there showed. */
  public static boolean isPossible(Instant moment) {
    return !moment.isBefore(FIRST_INSTANT) && moment.isBefore(END_INSTANT);
  }
}
