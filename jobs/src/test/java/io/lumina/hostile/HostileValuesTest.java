package io.lumina.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.meta.MetadataReader;
import io.lumina.meta.field.MetadataReading;
import io.lumina.meta.sidecar.SidecarReader;
import io.lumina.row.DateRows;
import io.lumina.row.MetadataRows;
import io.lumina.udf.CaptureDateUdf;
import io.lumina.udf.WithSidecarsUdf;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.types.DataType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Whatever a file holds: what is read of it fits into tables, and what is reckoned from that, too.
 */
class HostileValuesTest {
  private static final int FILES_OF_EACH = 150;
  private static final List<String> MODIFIED =
      List.of(
          "",
          "1970-01-01T00:00:00.000Z",
          "0001-01-01T00:00:00.000Z",
          "+292278994-08-17T07:12:55.807Z",
          "9999-12-31T23:59:59.999Z");
  private static final List<String> ZONES = List.of("", "Pacific/Kiritimati", "Etc/GMT+12");

  private final MetadataReader reader = new MetadataReader();
  private final SidecarReader sidecars = new SidecarReader();
  private int dates;
  private int values;
  private int issues;

  static List<String> extensions() {
    return HostileFiles.EXTENSIONS;
  }

  @ParameterizedTest
  @MethodSource("extensions")
  void what_a_file_says_can_be_stored_and_shown(String extension) throws IOException {
    HostileFiles files = new HostileFiles(extension.hashCode());
    MetadataReading before = sidecars.read(new byte[0]);
    for (int i = 0; i < FILES_OF_EACH; i++) {
      byte[] content = files.next(extension);
      for (MetadataReading reading : readings(content)) {
        check(reading, before, i);
        before = reading;
      }
    }
    assertThat(values + dates + issues).isGreaterThan(FILES_OF_EACH);
  }

  private List<MetadataReading> readings(byte[] content) throws IOException {
    return List.of(
        reader.read(content),
        reader.read(new ByteArrayInputStream(content)),
        sidecars.read(content));
  }

  private void check(MetadataReading reading, MetadataReading beside, int turn) {
    values += reading.metadata().fieldCount();
    dates += reading.dates().size();
    issues += reading.issues().size();
    Row metadata = (Row) stored(MetadataRows.of(reading.metadata()), MetadataRows.TYPE);
    stored(DateRows.of(reading.dates()), DateRows.LIST);
    reading.issues().forEach(issue -> readable(issue.code() + issue.detail()));
    Row other = (Row) stored(MetadataRows.of(beside.metadata()), MetadataRows.TYPE);
    stored(new WithSidecarsUdf().call(metadata, seq(List.of(other))), MetadataRows.TYPE);
    Row capture =
        new CaptureDateUdf()
            .call(
                seq(List.of(DateRows.of(reading.dates()))),
                seq(List.of(DateRows.of(beside.dates()))),
                "2015/a.jpg",
                MODIFIED.get(turn % MODIFIED.size()),
                ZONES.get(turn % ZONES.size()));
    stored(capture, CaptureDateUdf.TYPE);
    if (!capture.isNullAt(1)) {
      assertThat(capture.<LocalDateTime>getAs(1).getYear()).isBetween(1800, 9999);
    }
  }

  private static Seq<Row> seq(List<Row> rows) {
    return CollectionConverters.asScala(rows).toSeq();
  }

  /** As the engine stores it and hands it out; what is not its type or goes beyond it throws. */
  private static Object stored(Object value, DataType type) {
    texts(value).forEach(HostileValuesTest::readable);
    Object stored = CatalystTypeConverters.createToCatalystConverter(type).apply(value);
    return CatalystTypeConverters.createToScalaConverter(type).apply(stored);
  }

  private static List<String> texts(Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof String text) {
      texts.add(text);
    } else if (value instanceof Object[] items) {
      Arrays.stream(items).forEach(item -> texts.addAll(texts(item)));
    } else if (value instanceof Row row) {
      for (int i = 0; i < row.length(); i++) {
        texts.addAll(texts(row.get(i)));
      }
    }
    return texts;
  }

  /** PostgreSQL has no place for U+0000, and UTF-8 none for half a character. */
  private static void readable(String text) {
    assertThat(text.indexOf(0)).isNegative();
    assertThat(text.codePoints()).noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    assertThat(text.length()).isLessThanOrEqualTo(4_200);
  }
}
