package io.lumina.scan.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.table.ListingRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes and times that storage and listings give, whatever they are. */
class EntryTest {
  private static final NameRules NAMES =
      new NameRules(List.of("jpg"), List.of("xmp"), List.of(), List.of());

  private static Row listed(long size) {
    return ListingRow.of(
        "/photos", new Entry.File("/photos/a.jpg", size, Optional.empty()), NAMES, List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "-1000000000-01-01T00:00:00Z,false",
    "0000-12-31T23:59:59.999Z,false",
    "0001-01-01T00:00:00Z,true",
    "1960-06-01T12:00:00Z,true",
    "9999-12-31T23:59:59.999Z,true",
    "+10000-01-01T00:00:00Z,false",
    "+292278994-08-17T07:12:55.807Z,false",
  })
  void a_time_that_no_table_holds_is_none(Instant time, boolean isHeld) {
    assertThat(new Entry.File("/photos/a.jpg", 1, Optional.of(time)).modified().isPresent())
        .isEqualTo(isHeld);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, Entry.File.LARGEST + 1})
  void a_size_that_no_file_has_is_a_reason_not_to_look(long size) {
    Row row = listed(size);

    assertThat(row.<String>getAs(ListingRows.KIND)).isEqualTo(ListingRows.PROBLEM);
    assertThat(row.<String>getAs(ListingRows.REASON)).isEqualTo("no_size");
    assertThat(row.<String>getAs(ListingRows.DETAIL)).contains(Long.toString(size));
  }

  @Test
  void the_largest_file_is_one() {
    assertThat(listed(Entry.File.LARGEST).<String>getAs(ListingRows.KIND))
        .isEqualTo(ListingRows.FILE);
  }
}
