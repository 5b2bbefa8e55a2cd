package io.lumina.duplicates.rule;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.lumina.table.ImagesView;
import org.apache.spark.sql.Column;

/**
 * What a rule asks beside hashes and {@link Moment}, in one long: whether these are the hashes of a
 * turned picture (1 bit), the aspect ratio (15), the hash version (8), and in a few bits each the
 * camera (12), its serial number (12) and the pixels of the luma (16); 0 where one is unknown.
 *
 * <p>The aspect ratio is that of the longer side to the shorter, so that a sidecar which turns a
 * picture changes nothing; it is kept as its natural logarithm in thousandths. The pixels are told
 * apart by the sharpness of the luma: to all its digits it follows from every one of them.
 */
public final class Facts {
  private static final int PIXELS_BITS = 16;
  private static final int SERIAL_BITS = 12;
  private static final int CAMERA_BITS = 12;
  private static final int VERSION_BITS = 8;
  private static final int SERIAL_AT = PIXELS_BITS;
  private static final int CAMERA_AT = SERIAL_AT + SERIAL_BITS;
  private static final int VERSION_AT = CAMERA_AT + CAMERA_BITS;
  private static final int ASPECT_AT = VERSION_AT + VERSION_BITS;
  private static final int ASPECT_STEPS = 1000;
  private static final int MAX_ASPECT = 0x7fff;

  private Facts() {}

  /** The packed facts of a row of {@link ImagesView}; null where a side is unknown. */
  public static Column column() {
    Column longer = greatest(col(ImagesView.WIDTH), col(ImagesView.HEIGHT));
    Column shorter = col(RuleColumns.SHORT_SIDE);
    Column aspect =
        least(lit(MAX_ASPECT), round(log(longer.divide(shorter)).multiply(ASPECT_STEPS)))
            .cast("bigint");
    Column metadata = col(ImagesView.METADATA);
    Column model = lower(concat_ws("\n", metadata.getField("make"), metadata.getField("model")));
    return when(
        shorter.gt(0),
        shiftleft(aspect, ASPECT_AT)
            .plus(shiftleft(version(), VERSION_AT))
            .plus(shiftleft(mark(when(model.notEqual(""), model), CAMERA_BITS), CAMERA_AT))
            .plus(shiftleft(mark(metadata.getField("serial"), SERIAL_BITS), SERIAL_AT))
            .plus(mark(col(ImagesView.SHARPNESS), PIXELS_BITS)));
  }

  private static Column version() {
    return col(ImagesView.ALGO_VERSION).cast("bigint").bitwiseAND(lit((1L << VERSION_BITS) - 1));
  }

  /** Equal for equal values, hardly ever for others; 0 for null only. */
  private static Column mark(Column value, int bits) {
    long marks = (1L << bits) - 1;
    return coalesce(when(value.isNotNull(), pmod(xxhash64(value), lit(marks)).plus(1)), lit(0L));
  }

  /** Facts of a picture of which camera and pixels are unknown. */
  public static long of(int longSide, int shortSide, int version) {
    long aspect =
        Math.min(MAX_ASPECT, Math.round(ASPECT_STEPS * Math.log((double) longSide / shortSide)));
    return aspect << ASPECT_AT | (long) version << VERSION_AT;
  }

  /** The same facts, of a picture whose camera is known by a number from 1 to 4095. */
  public static long withCamera(long facts, int camera) {
    return facts | (long) camera << CAMERA_AT;
  }

  /** The same facts, of a picture whose pixels are known by a number from 1 to 65535. */
  public static long withPixels(long facts, int pixels) {
    return facts | pixels;
  }

  /** The larger of two aspect ratios divided by the smaller. */
  static double stretch(long a, long b) {
    return Math.exp((double) Math.abs(aspect(a) - aspect(b)) / ASPECT_STEPS);
  }

  /** Whether two hash versions are one, and so are two aspect ratios up to a few hundredths. */
  public static boolean sameShape(long a, long b) {
    return sameVersion(a, b) && stretch(a, b) <= ConsensusRule.MAX_ASPECT_RATIO;
  }

  /** The same facts, of a picture that does not lie as it is stored. */
  public static long turned(long facts) {
    return facts | Long.MIN_VALUE;
  }

  public static boolean isTurned(long facts) {
    return facts < 0;
  }

  static boolean sameVersion(long a, long b) {
    return part(a, VERSION_AT, VERSION_BITS) == part(b, VERSION_AT, VERSION_BITS);
  }

  /** Whether one camera may have taken both: nothing is known that tells two apart. */
  public static boolean mayBeOneCamera(long a, long b) {
    return agree(part(a, CAMERA_AT, CAMERA_BITS), part(b, CAMERA_AT, CAMERA_BITS))
        && agree(part(a, SERIAL_AT, SERIAL_BITS), part(b, SERIAL_AT, SERIAL_BITS));
  }

  /** Whether the pixels are known to be the same, for pictures whose hashes are equal. */
  public static boolean samePixels(long a, long b) {
    return pixels(a) != 0 && pixels(a) == pixels(b);
  }

  /** What stands for the pixels; 0 where it is unknown. */
  static long pixels(long facts) {
    return part(facts, 0, PIXELS_BITS);
  }

  private static boolean agree(long a, long b) {
    return a == 0 || b == 0 || a == b;
  }

  private static long aspect(long facts) {
    return facts >>> ASPECT_AT & MAX_ASPECT;
  }

  private static long part(long facts, int at, int bits) {
    return facts >>> at & (1L << bits) - 1;
  }
}
