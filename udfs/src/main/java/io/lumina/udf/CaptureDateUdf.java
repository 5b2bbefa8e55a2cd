package io.lumina.udf;

import io.lumina.meta.date.CaptureDate;
import io.lumina.meta.date.CaptureDates;
import io.lumina.meta.date.DateCandidate;
import io.lumina.meta.date.FileSystemDate;
import io.lumina.meta.date.Moments;
import io.lumina.meta.date.NameDates;
import io.lumina.row.DateRows;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * When a picture was taken: all candidates, those of its sidecars and of its path too, and the one
 * that wins.
 */
public class CaptureDateUdf extends LuminaUdf5<Seq<Row>, Seq<Row>, String, String, String, Row> {
  public static final StructType TYPE =
      new StructType()
          .add("dates", DateRows.LIST)
          .add("taken_at", DataTypes.TimestampNTZType)
          .add("taken_offset", DataTypes.StringType)
          .add("date_confidence", DataTypes.IntegerType)
          .add("date_source", DataTypes.StringType)
          .add("date_reasons", DataTypes.createArrayType(DataTypes.StringType));

  private static final NameDates NAMES = new NameDates();

  @Override
  protected Row compute(
      Seq<Row> embedded, Seq<Row> beside, String relativePath, String modified, String zone) {
    List<DateCandidate> dates =
        new ArrayList<>(DateRows.from(CollectionConverters.asJava(embedded)));
    DateRows.from(CollectionConverters.asJava(beside)).stream()
        .map(DateCandidate::beside)
        .forEach(dates::add);
    dates.addAll(NAMES.of(relativePath));
    moment(modified).map(FileSystemDate::of).ifPresent(dates::add);
    Optional<ZoneId> configured = zone.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(zone));
    CaptureDate date = CaptureDates.choose(dates, Instant.now(), configured);
    return RowFactory.create(
        DateRows.of(date.candidates()),
        date.local().orElse(null),
        date.offset().map(Object::toString).orElse(null),
        date.confidence(),
        date.winner().map(DateCandidate::source).orElse(null),
        date.reasons().stream().map(Enum::name).toArray(String[]::new));
  }

  /** File systems and listings hold times of any year. */
  private static Optional<Instant> moment(String text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(Instant.parse(text)).filter(Moments::isPossible);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
