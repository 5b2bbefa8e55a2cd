package io.lumina.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.duplicates.rule.Facts;
import io.lumina.duplicates.rule.Moment;
import io.lumina.table.AssetsTable;
import io.lumina.table.ImagesView;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class FactsIT {

  @Test
  void the_second_of_capture_is_packed_with_its_thousandths_and_its_zone_where_they_are_known() {
    long second = LocalDateTime.of(2020, 4, 17, 10, 3, 42).toEpochSecond(ZoneOffset.UTC);
    long plain = Moment.ofSecond(second);
    assertThat(moment(original("2020-04-17T10:03:42", "", null))).isEqualTo(plain);
    assertThat(moment(original(SUB_SECONDS, "", null)))
        .isEqualTo(Moment.withThousandths(plain, 144));
    assertThat(moment(original("2020-04-17T10:03:42", "2020:04:17 10:03:42.00", null)))
        .as("a camera that wrote a fraction of 0")
        .isEqualTo(Moment.withThousandths(plain, 0));
    assertThat(moment(original("2020-04-17T10:03:42", "", "-02:30")))
        .isEqualTo(Moment.withQuarters(plain, -10));
    assertThat(moment(original("2020-04-17T10:03:42", "", "Z")))
        .isEqualTo(Moment.withQuarters(plain, 0));
    assertThat(moment(original("2020-04-17T10:03", "", null)))
        .as("a full minute has no seconds in its text")
        .isEqualTo(Moment.ofSecond(second - 42));
    assertThat(moment(original("1899-12-31T23:59:59", "", null)))
        .isEqualTo(
            Moment.ofSecond(
                LocalDateTime.of(1899, 12, 31, 23, 59, 59).toEpochSecond(ZoneOffset.UTC)));
  }

  @Test
  void a_date_of_another_source_is_not_a_moment_of_capture() {
    assertThat(moment(picture())).isEqualTo(Moment.UNKNOWN);
    assertThat(moment(dated("xmp", "exif:DateTimeOriginal", SUB_SECONDS, "", null)))
        .isEqualTo(Moment.UNKNOWN);
    assertThat(moment(dated("exif", "DateTimeDigitized", SUB_SECONDS, "", null)))
        .isEqualTo(Moment.UNKNOWN);
    assertThat(moment(picture().set(ImagesView.DATES, new Row[0]))).isEqualTo(Moment.UNKNOWN);
  }

  @Test
  void cameras_and_pixels_are_told_apart_where_both_are_known() {
    long one = facts(camera("Canon", "EOS R5", "1"));
    assertThat(Facts.mayBeOneCamera(one, facts(camera("CANON", "EOS R5", "1")))).isTrue();
    assertThat(Facts.mayBeOneCamera(one, facts(camera("Canon", "EOS R5", null)))).isTrue();
    assertThat(Facts.mayBeOneCamera(one, facts(picture()))).isTrue();
    assertThat(Facts.mayBeOneCamera(one, facts(camera("Canon", "EOS R5", "2")))).isFalse();
    assertThat(Facts.mayBeOneCamera(one, facts(camera("Canon", "EOS R6", "1")))).isFalse();
    long sharp = facts(picture().sharpness(0.5123456789));
    assertThat(Facts.samePixels(sharp, facts(picture().sharpness(0.5123456789)))).isTrue();
    assertThat(Facts.samePixels(sharp, facts(picture().sharpness(0.5123456788)))).isFalse();
    assertThat(Facts.samePixels(facts(picture()), facts(picture()))).isFalse();
  }

  @Test
  void a_picture_that_stands_has_the_facts_of_one_that_lies_and_one_without_sides_has_none() {
    Library.Picture upright = picture().set(ImagesView.WIDTH, 3000).set(ImagesView.HEIGHT, 4000);
    assertThat(facts(upright)).isEqualTo(Facts.of(4000, 3000, 1));
    assertThat(facts(picture().set(ImagesView.WIDTH, null))).isNull();
    assertThat(facts(picture().set(ImagesView.HEIGHT, 0))).isNull();
  }

  private static final String SUB_SECONDS = "2020-04-17T10:03:42.144";

  private static Library.Picture picture() {
    return new Library.Picture("one.jpg", "one");
  }

  private static Library.Picture original(String local, String raw, String offset) {
    return dated("exif", "DateTimeOriginal", local, raw, offset);
  }

  private static Library.Picture dated(
      String source, String field, String local, String raw, String offset) {
    return picture()
        .set(
            ImagesView.DATES,
            new Row[] {
              RowFactory.create("filesystem", "mtime", "x", "2024-01-01T00:00:01", null, null, 30),
              RowFactory.create(source, field, raw, local, offset, null, 95)
            });
  }

  private static Library.Picture camera(String make, String model, String serial) {
    Object[] values = new Object[AssetsTable.METADATA_TYPE.size()];
    values[AssetsTable.METADATA_TYPE.fieldIndex("make")] = make;
    values[AssetsTable.METADATA_TYPE.fieldIndex("model")] = model;
    values[AssetsTable.METADATA_TYPE.fieldIndex("serial")] = serial;
    return picture().set(ImagesView.METADATA, RowFactory.create(values));
  }

  private static long moment(Library.Picture picture) {
    return (Long) value(picture, Moment.column());
  }

  private static Long facts(Library.Picture picture) {
    return (Long) value(picture, Facts.column());
  }

  private static Object value(Library.Picture picture, Column column) {
    Library library = new Library().add(picture);
    Dataset<Row> contents =
        Contents.of(library.images(), library.bursts(), DuplicatesConfig.DEFAULTS);
    List<Row> rows = contents.select(column).collectAsList();
    assertThat(rows).hasSize(1);
    return rows.get(0).get(0);
  }
}
