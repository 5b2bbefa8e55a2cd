package io.lumina.row;

import io.lumina.meta.date.DateCandidate;
import io.lumina.meta.date.DatePrecision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * {@link DateCandidate} as a struct; local, offset and utc are ISO-8601 text, null if unknown. A
 * local time of which less is known is shorter: 1974, 1974-07, 1974-07-20.
 */
public final class DateRows {
  public static final StructType TYPE =
      new StructType()
          .add("source", DataTypes.StringType)
          .add("field", DataTypes.StringType)
          .add("raw", DataTypes.StringType)
          .add("local", DataTypes.StringType)
          .add("offset", DataTypes.StringType)
          .add("utc", DataTypes.StringType)
          .add("confidence", DataTypes.IntegerType);

  public static final ArrayType LIST = DataTypes.createArrayType(TYPE);

  /** Places of source, field, raw and confidence. */
  private static final List<Integer> REQUIRED = List.of(0, 1, 2, 6);

  private DateRows() {}

  /** The structs of some candidates, in their order. */
  public static Row[] of(List<DateCandidate> candidates) {
    return candidates.stream().map(DateRows::of).toArray(Row[]::new);
  }

  /** The candidates of some structs, in their order; what was stored and is no date is left out. */
  public static List<DateCandidate> from(List<Row> rows) {
    return rows.stream().flatMap(row -> possible(row).stream()).toList();
  }

  private static Optional<DateCandidate> possible(Row row) {
    if (row == null || REQUIRED.stream().anyMatch(row::isNullAt)) {
      return Optional.empty();
    }
    try {
      return Optional.of(from(row));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Row of(DateCandidate date) {
    Object[] values = {
      date.source(),
      date.field(),
      date.raw(),
      date.local().map(date.precision()::text).orElse(null),
      date.offset().map(ZoneOffset::toString).orElse(null),
      date.utc().map(Instant::toString).orElse(null),
      date.confidence()
    };
    return new GenericRowWithSchema(values, TYPE);
  }

  private static DateCandidate from(Row row) {
    Optional<String> local = Optional.ofNullable(row.getString(3));
    return new DateCandidate(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        local.map(DatePrecision::start),
        Optional.ofNullable(row.getString(4)).map(ZoneOffset::of),
        Optional.ofNullable(row.getString(5)).map(Instant::parse),
        row.getInt(6),
        local.map(DatePrecision::of).orElse(DatePrecision.TIME));
  }
}
