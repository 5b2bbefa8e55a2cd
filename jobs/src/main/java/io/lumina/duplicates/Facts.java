package io.lumina.duplicates;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.ImagesView;
import org.apache.spark.sql.Column;

/**
 * What a rule asks beside the hashes, in one long: whether these are the hashes of a turned picture
 * (1 bit), the aspect ratio (15), the hash version (8) and the second of capture (40).
 *
 * <p>The aspect ratio is that of the longer side to the shorter, so that a sidecar which turns a
 * picture changes nothing; it is kept as its natural logarithm in thousandths. The second of
 * capture is the wall clock of DateTimeOriginal in the file's own Exif, which a copy keeps or
 * loses.
 */
public final class Facts {
  private static final int VERSION_BITS = 8;
  private static final int TAKEN_BITS = 40;
  private static final int ASPECT_STEPS = 1000;
  private static final int MAX_ASPECT = 0x7fff;

  /** Makes seconds since 1970 positive; 0 stands for an unknown time. */
  private static final long TAKEN_OFFSET = 1L << TAKEN_BITS - 2;

  private static final String TAKEN_LOCAL =
      "get(filter(%s, d -> d.source = 'exif' and d.field = 'DateTimeOriginal'), 0).local"
          .formatted(ImagesView.DATES);

  /** The text of a full minute ends with its minute. */
  private static final String TAKEN_SECONDS =
      "unix_seconds(try_cast(concat(substring(concat(%s, ':00'), 1, 19), 'Z') as timestamp))"
          .formatted(TAKEN_LOCAL);

  private Facts() {}

  /** The packed facts of a row of {@link ImagesView}; null where a side is unknown. */
  static Column column() {
    Column longer = greatest(col(ImagesView.WIDTH), col(ImagesView.HEIGHT));
    Column shorter = col(NodeColumns.SHORT_SIDE);
    Column aspect =
        least(lit(MAX_ASPECT), round(log(longer.divide(shorter)).multiply(ASPECT_STEPS)))
            .cast("bigint");
    Column seconds = expr(TAKEN_SECONDS);
    Column taken =
        coalesce(
            when(
                seconds.between(lit(-TAKEN_OFFSET + 1), lit(TAKEN_OFFSET)),
                seconds.plus(TAKEN_OFFSET)),
            lit(0L));
    return when(
        shorter.gt(0),
        shiftleft(aspect, VERSION_BITS + TAKEN_BITS)
            .plus(shiftleft(version(), TAKEN_BITS))
            .plus(taken));
  }

  private static Column version() {
    return col(ImagesView.ALGO_VERSION).cast("bigint").bitwiseAND(lit((1L << VERSION_BITS) - 1));
  }

  /**
   * Packs facts.
   *
   * @param taken wall clock in seconds since 1970; 0 for unknown
   */
  static long of(int longSide, int shortSide, int version, long taken) {
    long aspect =
        Math.min(MAX_ASPECT, Math.round(ASPECT_STEPS * Math.log((double) longSide / shortSide)));
    return aspect << VERSION_BITS + TAKEN_BITS
        | (long) version << TAKEN_BITS
        | (taken == 0 ? 0 : taken + TAKEN_OFFSET);
  }

  /** The larger of two aspect ratios divided by the smaller. */
  static double stretch(long a, long b) {
    return Math.exp((double) Math.abs(aspect(a) - aspect(b)) / ASPECT_STEPS);
  }

  /** The same facts, of a picture that does not lie as it is stored. */
  static long turned(long facts) {
    return facts | Long.MIN_VALUE;
  }

  static boolean isTurned(long facts) {
    return facts < 0;
  }

  static boolean sameVersion(long a, long b) {
    return ((a ^ b) >>> TAKEN_BITS & (1L << VERSION_BITS) - 1) == 0;
  }

  /**
   * Seconds between two moments of capture; 0 where one of them is unknown.
   *
   * @see #of
   */
  static long secondsApart(long a, long b) {
    long mask = (1L << TAKEN_BITS) - 1;
    return (a & mask) == 0 || (b & mask) == 0 ? 0 : Math.abs((a & mask) - (b & mask));
  }

  private static long aspect(long facts) {
    return facts >>> VERSION_BITS + TAKEN_BITS & MAX_ASPECT;
  }
}
