package io.lumina.burst;

import static org.apache.spark.sql.functions.extract;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Arithmetic on local times, free of the session's time zone. */
final class WallClock {
  private static final String OFFSET = "^([+-])(\\d{2}):?(\\d{2})";

  private WallClock() {}

  /** Seconds from one local time to another, with fraction; null when either is null. */
  static Column seconds(Column from, Column to) {
    Column gap = to.minus(from);
    return part("DAY", gap)
        .multiply(lit(86_400d))
        .plus(part("HOUR", gap).multiply(lit(3_600d)))
        .plus(part("MINUTE", gap).multiply(lit(60d)))
        .plus(part("SECOND", gap));
  }

  /** Whether a local time has a fraction of a second; null for null. */
  static Column hasFraction(Column time) {
    return extract(lit("SECOND"), time).cast("double").mod(lit(1d)).notEqual(lit(0d));
  }

  /** Seconds east of Greenwich of text such as +05:45 or Z; null when unknown. */
  static Column offsetSeconds(Column offset) {
    Column sign = when(regexp_extract(offset, OFFSET, 1).equalTo("-"), lit(-1)).otherwise(lit(1));
    return when(offset.equalTo("Z"), lit(0))
        .when(
            offset.rlike(OFFSET),
            sign.multiply(
                regexp_extract(offset, OFFSET, 2)
                    .cast("int")
                    .multiply(lit(3_600))
                    .plus(regexp_extract(offset, OFFSET, 3).cast("int").multiply(lit(60)))));
  }

  private static Column part(String unit, Column interval) {
    return extract(lit(unit), interval).cast("double");
  }
}
