package io.lumina.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.table.ImagesView;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class FactsIT {

  @Test
  void sides_version_and_second_of_capture_are_packed_as_the_rule_reads_them() {
    long taken = LocalDateTime.of(2020, 4, 17, 10, 3, 42).toEpochSecond(ZoneOffset.UTC);
    assertThat(
            facts(picture().set(ImagesView.DATES, dates("exif", "DateTimeOriginal", SUB_SECONDS))))
        .isEqualTo(Facts.of(4000, 3000, 1, taken));
    long whole = LocalDateTime.of(2020, 4, 17, 10, 3).toEpochSecond(ZoneOffset.UTC);
    assertThat(
            facts(
                picture()
                    .set(ImagesView.DATES, dates("exif", "DateTimeOriginal", "2020-04-17T10:03"))))
        .as("a full minute has no seconds in its text")
        .isEqualTo(Facts.of(4000, 3000, 1, whole));
  }

  @Test
  void a_date_of_another_source_is_not_a_moment_of_capture() {
    long unknown = Facts.of(4000, 3000, 1, 0);
    assertThat(facts(picture())).isEqualTo(unknown);
    assertThat(
            facts(
                picture()
                    .set(ImagesView.DATES, dates("xmp", "exif:DateTimeOriginal", SUB_SECONDS))))
        .isEqualTo(unknown);
    assertThat(facts(picture().set(ImagesView.DATES, new Row[0]))).isEqualTo(unknown);
  }

  @Test
  void a_picture_that_stands_has_the_facts_of_one_that_lies_and_one_without_sides_has_none() {
    Library.Picture upright = picture().set(ImagesView.WIDTH, 3000).set(ImagesView.HEIGHT, 4000);
    assertThat(facts(upright)).isEqualTo(Facts.of(4000, 3000, 1, 0));
    assertThat(facts(picture().set(ImagesView.WIDTH, null))).isNull();
    assertThat(facts(picture().set(ImagesView.HEIGHT, 0))).isNull();
  }

  private static final String SUB_SECONDS = "2020-04-17T10:03:42.144";

  private static Library.Picture picture() {
    return new Library.Picture("one.jpg", "one");
  }

  private static Row[] dates(String source, String field, String local) {
    return new Row[] {
      RowFactory.create("filesystem", "mtime", "x", "2024-01-01T00:00:01", null, null, 30),
      RowFactory.create(source, field, local, local, null, null, 95)
    };
  }

  private static Long facts(Library.Picture picture) {
    Library library = new Library().add(picture);
    Dataset<Row> contents =
        Contents.of(library.images(), library.bursts(), DuplicatesConfig.DEFAULTS);
    List<Row> rows = contents.select(Facts.column()).collectAsList();
    assertThat(rows).hasSize(1);
    return (Long) rows.get(0).get(0);
  }
}
