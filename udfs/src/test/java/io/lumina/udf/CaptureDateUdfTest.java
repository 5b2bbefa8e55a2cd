package io.lumina.udf;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.row.DateRows;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scala.jdk.javaapi.CollectionConverters;

/** Whatever a table holds, the answer is one that the engine can hold, too. */
class CaptureDateUdfTest {
  private static final Row GOOD = date("exif", "2015-06-07T08:09:10", null, null);

  private static Row date(String source, String local, String offset, String utc) {
    return new GenericRowWithSchema(
        new Object[] {source, "DateTimeOriginal", "raw", local, offset, utc, 95}, DateRows.TYPE);
  }

  private static Row answer(Row stored, String modified) {
    Row answer =
        new CaptureDateUdf()
            .call(
                CollectionConverters.asScala(List.of(stored)).toSeq(),
                CollectionConverters.asScala(List.<Row>of()).toSeq(),
                "a.jpg",
                modified,
                "");
    assertThat(CatalystTypeConverters.createToCatalystConverter(CaptureDateUdf.TYPE).apply(answer))
        .isNotNull();
    return answer;
  }

  @ParameterizedTest
  @CsvSource({
    ",,+1000000000-12-31T23:59:59.999999999Z",
    ",,-1000000000-01-01T00:00:00Z",
    ",,+51087-05-03T05:33:22Z",
    ",,+49119203-09-26T02:33:20Z",
    ",,0000-01-01T00:00:00Z",
    ",,no date",
    "+999999999-12-31T23:59:59.999999999,,",
    "0001-01-01T00:00,,",
    "2015-06-07T08:09:10,+99:00,",
    ",,",
  })
  void a_stored_date_that_is_none_is_left_out(String local, String offset, String utc) {
    Row answer = answer(date("takeout", local, offset, utc), "");

    assertThat(answer.<Row[]>getAs(0)).isEmpty();
    assertThat(answer.isNullAt(1)).isTrue();
    assertThat(answer.getInt(3)).isZero();
  }

  @Test
  void a_stored_row_with_holes_is_left_out() {
    assertThat(answer(new GenericRowWithSchema(new Object[7], DateRows.TYPE), "").getInt(3))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+292278994-08-17T07:12:55.807Z",
        "-290308-12-21T19:59:05.224Z",
        "0001-01-01T00:00:00.000Z",
        "290308-12-21T19:59:05.224Z"
      })
  void a_modification_time_of_no_year_of_photographs_is_no_date(String modified) {
    assertThat(answer(GOOD, modified).<Row[]>getAs(0)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "1960-06-01T12:00:00.000Z,1960-06-01T12:00",
    "2106-02-07T06:28:15.000Z,2106-02-07T06:28:15",
    "1970-01-01T00:00:00.000Z,1970-01-01T00:00"
  })
  void a_modification_time_is_a_signed_number(String modified, LocalDateTime expected) {
    Row answer = answer(date("takeout", null, null, null), modified);

    assertThat(answer.<LocalDateTime>getAs(1)).isEqualTo(expected);
    assertThat(answer.getInt(3)).isEqualTo(30);
  }
}
