package io.lumina.duplicates.rule;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.ImagesView;
import org.apache.spark.sql.Column;

/**
 * When a picture was taken, in one long: the second of the wall clock (34 bits), the thousandth of
 * that second (11) and the quarter hours between the clock and UTC (7), each of the latter 0 where
 * it is unknown. 0 stands for an unknown moment.
 *
 * <p>It is that of DateTimeOriginal in the file's own Exif, which a copy keeps or loses.
 */
public final class Moment {
  /** That of a file without any. */
  public static final long UNKNOWN = 0;

  /** What a clock that was set to another zone is off by: whole quarter hours, ... */
  private static final int ZONE_STEP = 15 * 60;

  /** ... and at most what lies between the first and the last zone on Earth. */
  private static final int MAX_ZONE = 26 * 60 * 60;

  private static final int THOUSAND = 1000;
  private static final int SECOND_BITS = 34;
  private static final int FRACTION_BITS = 11;
  private static final int ZONE_BITS = 7;

  /** Makes seconds since 1970 positive. */
  private static final long SECOND_OFFSET = 1L << SECOND_BITS - 1;

  /** Makes quarter hours east of Greenwich positive. */
  private static final int ZONE_OFFSET = 60;

  private static final String ORIGINAL =
      "get(filter(%s, d -> d.source = 'exif' and d.field = 'DateTimeOriginal'), 0)"
          .formatted(ImagesView.DATES);

  /** The text of a full minute ends with its minute. */
  private static final String SECONDS =
      "unix_seconds(try_cast(concat(substring(concat(%1$s.local, ':00'), 1, 19), 'Z') as timestamp))"
          .formatted(ORIGINAL);

  /** The text of a full second has no fraction, though the camera may have written zeros. */
  private static final String THOUSANDTHS =
      "coalesce(try_cast(substring(%1$s.local, 21, 3) as int), if(%1$s.raw rlike '[.]0+$', 0, null))"
          .formatted(ORIGINAL);

  private static final String QUARTERS =
      "if(%1$s.offset = 'Z', 0, %2$s)"
          .formatted(
              ORIGINAL,
              ("(try_cast(substring(%1$s.offset, 2, 2) as int) * 4"
                      + " + floor(try_cast(substring(%1$s.offset, 5, 2) as int) / 15))"
                      + " * if(startswith(%1$s.offset, '-'), -1, 1)")
                  .formatted(ORIGINAL));

  private Moment() {}

  /** The moment of a row of {@link ImagesView}. */
  public static Column column() {
    Column seconds = expr(SECONDS);
    Column fraction = coalesce(expr(THOUSANDTHS).plus(1), lit(0)).cast("bigint");
    Column quarters = expr(QUARTERS).cast("bigint");
    Column zone =
        coalesce(
            when(
                quarters.between(lit(1 - ZONE_OFFSET), lit(ZONE_OFFSET)),
                quarters.plus(ZONE_OFFSET)),
            lit(0L));
    return coalesce(
        when(
            seconds.between(lit(1 - SECOND_OFFSET), lit(SECOND_OFFSET - 1)),
            shiftleft(seconds.plus(SECOND_OFFSET), FRACTION_BITS + ZONE_BITS)
                .plus(shiftleft(fraction, ZONE_BITS))
                .plus(zone)),
        lit(UNKNOWN));
  }

  /** A moment of which only the second is known, since 1970 on the wall clock. */
  public static long ofSecond(long second) {
    return second + SECOND_OFFSET << FRACTION_BITS + ZONE_BITS;
  }

  /** The same moment, of which the thousandth of the second is known too. */
  public static long withThousandths(long moment, int thousandths) {
    return moment | (long) (thousandths + 1) << ZONE_BITS;
  }

  /** The same moment, of which the quarter hours east of Greenwich are known too. */
  public static long withQuarters(long moment, int quarters) {
    return moment | quarters + ZONE_OFFSET;
  }

  public static boolean isKnown(long moment) {
    return moment != UNKNOWN;
  }

  /**
   * Whether two moments are known to be two: the clocks show different times, and do not show one
   * instant in two zones. A fraction that only one of them has proves nothing.
   */
  public static boolean differ(long a, long b) {
    if (!isKnown(a) || !isKnown(b) || a == b) {
      return false;
    }
    return millisApart(a, b) != 0 && !isOneInstant(a, b);
  }

  /**
   * Whether two clocks may have run alike in different zones: they are some quarter hours apart,
   * and show the same fraction of a second or none.
   */
  static boolean isOtherZone(long a, long b) {
    long apart = Math.abs(second(a) - second(b));
    return apart % ZONE_STEP == 0 && apart <= MAX_ZONE && fraction(a) == fraction(b);
  }

  static boolean hasFraction(long moment) {
    return fraction(moment) != 0;
  }

  /** Seconds between two moments, as exactly as both are known; 0 where one is unknown. */
  static double secondsApart(long a, long b) {
    return isKnown(a) && isKnown(b) ? millisApart(a, b) / (double) THOUSAND : 0;
  }

  private static long millisApart(long a, long b) {
    boolean both = fraction(a) != 0 && fraction(b) != 0;
    return Math.abs((second(a) - second(b)) * THOUSAND + (both ? fraction(a) - fraction(b) : 0));
  }

  private static boolean isOneInstant(long a, long b) {
    boolean both = zone(a) != 0 && zone(b) != 0;
    return both
        && second(a) - zone(a) * ZONE_STEP == second(b) - zone(b) * ZONE_STEP
        && (fraction(a) == 0 || fraction(b) == 0 || fraction(a) == fraction(b));
  }

  private static long second(long moment) {
    return moment >>> FRACTION_BITS + ZONE_BITS;
  }

  private static long fraction(long moment) {
    return moment >>> ZONE_BITS & (1L << FRACTION_BITS) - 1;
  }

  private static long zone(long moment) {
    return moment & (1L << ZONE_BITS) - 1;
  }
}
