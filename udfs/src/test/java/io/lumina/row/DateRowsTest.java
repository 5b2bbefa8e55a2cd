package io.lumina.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.meta.date.DateCandidate;
import io.lumina.meta.date.NameDates;
import io.lumina.udf.CaptureDateUdf;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

class DateRowsTest {
  private static final int LOCAL = 3;

  @ParameterizedTest
  @CsvSource({
    "2019/x.jpg,2019",
    "2019-02/x.jpg,2019-02",
    "2019-02-03/x.jpg,2019-02-03",
    "IMG_20190203_112200.jpg,2019-02-03T11:22",
    "IMG_20190203_112233.jpg,2019-02-03T11:22:33",
  })
  void a_date_is_stored_as_far_as_it_is_known(String path, String text) {
    List<DateCandidate> dates = new NameDates().of(path);

    Row[] rows = DateRows.of(dates);

    assertThat(rows[0].getString(LOCAL)).isEqualTo(text);
    assertThat(DateRows.from(List.of(rows))).isEqualTo(dates);
  }

  @Test
  void a_sidecars_date_is_named_as_such_in_the_answer() {
    Row[] exif = rows("exif", "DateTimeOriginal", "2019-07-14T12:20:57");
    Row[] beside = rows("xmp", "exif:DateTimeOriginal", "2019-07-14T12:20:56");

    Row answer = new CaptureDateUdf().call(seq(exif), seq(beside), "a.jpg", "", "");

    assertThat(answer.getInt(3)).isEqualTo(97);
    assertThat(answer.getString(4)).isEqualTo("sidecar");
    assertThat(answer.<Row[]>getAs(0)).hasSize(2);
  }

  private static Row[] rows(String source, String field, String local) {
    return new Row[] {
      new GenericRowWithSchema(
          new Object[] {source, field, local, local, null, null, 95}, DateRows.TYPE)
    };
  }

  private static Seq<Row> seq(Row... rows) {
    return CollectionConverters.asScala(List.of(rows)).toSeq();
  }
}
