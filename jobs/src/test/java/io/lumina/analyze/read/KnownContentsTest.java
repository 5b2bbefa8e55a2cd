package io.lumina.analyze.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.table.AssetsTable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class KnownContentsTest {
  private static final StructType ROW =
      new StructType()
          .add(AssetsTable.SIZE_BYTES, DataTypes.LongType)
          .add(WorkRows.KNOWN, WorkRows.KNOWN_CONTENT);

  private static Row stored(long size, String sha256, String format, String readAs) {
    Row content =
        new GenericRowWithSchema(new Object[] {sha256, format, readAs}, WorkRows.KNOWN_CONTENT);
    return new GenericRowWithSchema(new Object[] {size, content}, ROW);
  }

  @Test
  void a_stored_content_is_known_to_files_that_read_it_alike() {
    KnownContents known = new KnownContents(Scope.NEW, false);
    known.add(stored(5, "a", "JPEG", null));

    known.size(5);

    assertThat(known.contains("a", "JPEG", "media.jpg")).isTrue();
    assertThat(known.contains("a", "JPEG", "media.nef")).isTrue();
    assertThat(known.contains("a", "SIDECAR", "sidecar")).isFalse();
    assertThat(known.contains("b", "JPEG", "media.jpg")).isFalse();
  }

  @Test
  void the_contents_of_another_size_are_forgotten() {
    KnownContents known = new KnownContents(Scope.NEW, false);
    known.add(stored(5, "a", "JPEG", null));

    known.size(6);

    assertThat(known.contains("a", "JPEG", "media.jpg")).isFalse();
  }

  @Test
  void the_first_row_of_a_content_is_for_all_and_the_next_for_files_like_its_own() {
    KnownContents known = new KnownContents(Scope.NEW, false);
    known.size(0);

    assertThat(known.read("a", "SIDECAR", "sidecar")).isEmpty();
    assertThat(known.read("a", "UNKNOWN", "media.jpg")).contains("media.jpg");

    assertThat(known.contains("a", "UNKNOWN", "media.jpg")).isTrue();
    assertThat(known.contains("a", "UNKNOWN", "media.png")).isFalse();
    assertThat(known.contains("a", "SIDECAR", "sidecar")).isTrue();
  }

  @Test
  void where_other_tasks_read_the_same_bytes_each_reading_gives_a_row() {
    KnownContents known = new KnownContents(Scope.NEW, true);
    known.size(0);
    known.read("a", "UNKNOWN", "media.jpg");

    assertThat(known.contains("a", "UNKNOWN", "media.jpg")).isTrue();
    // The first row of all tasks may be that of a sidecar: then each of these needs its own.
    assertThat(known.contains("a", "UNKNOWN", "media.png")).isFalse();
    known.size(1);
    assertThat(known.contains("a", "UNKNOWN", "media.jpg")).isFalse();
  }

  @Test
  void what_is_read_again_keeps_its_row() {
    KnownContents known = new KnownContents(Scope.EVERYTHING, false);
    known.add(stored(0, "a", "SIDECAR", null));
    known.add(stored(0, "a", "UNKNOWN", "media.jpg"));
    known.size(0);

    assertThat(known.contains("a", "UNKNOWN", "media.jpg")).isFalse();
    assertThat(known.read("a", "UNKNOWN", "media.jpg")).contains("media.jpg");
    assertThat(known.read("a", "SIDECAR", "sidecar")).isEmpty();
    assertThat(known.contains("a", "UNKNOWN", "media.jpg")).isTrue();
  }

  @Test
  void no_row_on_its_way_holds_the_checksums_of_others() {
    assertThat(WorkRows.KNOWN_CONTENT.fields())
        .noneMatch(field -> field.dataType() instanceof ArrayType);
    assertThat(WorkRows.READ.fieldNames()).doesNotContain(WorkRows.KNOWN);
  }
}
