package io.lumina.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedSpark;
import io.lumina.table.EdgesTable;
import io.lumina.table.ShotsTable;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableMarkIT {
  private final SparkSession spark = SharedSpark.session();

  @TempDir Path folder;

  @Test
  void a_number_that_comes_again_after_a_backup_is_another_version() {
    Store lost = store("lost");
    Store restored = store("restored");
    lost.replace(ShotsTable.SPEC, "a", rows("a"), "run-1");
    TableMark before = lost.mark(ShotsTable.SPEC);
    restored.replace(ShotsTable.SPEC, "a", rows("a"), "run-1");

    assertThat(before.version()).isEqualTo(restored.mark(ShotsTable.SPEC).version());
    assertThat(restored.mark(ShotsTable.SPEC).isSurely(before)).isFalse();
    assertThat(restored.holds(ShotsTable.SPEC, before)).isFalse();
  }

  @Test
  void a_version_stays_the_same_when_others_follow_and_is_not_the_newest_any_more() {
    Store store = store("one");
    store.replace(ShotsTable.SPEC, "a", rows("a"), "run-1");
    TableMark first = store.mark(ShotsTable.SPEC);
    assertThat(store.mark(ShotsTable.SPEC).isSurely(first)).isTrue();
    assertThat(TableMark.parse(first.toString())).isEqualTo(first);

    store.restore(ShotsTable.SPEC, first.version(), "undo");

    assertThat(store.mark(ShotsTable.SPEC).isSurely(first)).isFalse();
    assertThat(store.holds(ShotsTable.SPEC, first)).isTrue();
  }

  @Test
  void a_version_that_the_log_does_not_know_is_never_surely_another() {
    Store store = store("none");
    assertThat(store.holds(EdgesTable.SPEC, TableMark.unknown(0))).isFalse();
    assertThat(TableMark.unknown(3).isSurely(TableMark.unknown(3))).isFalse();
  }

  @Test
  void the_rows_of_one_catalog_go_and_those_of_others_stay() {
    Store store = store("shared");
    store.replace(ShotsTable.SPEC, "a", rows("a"), "run-1");
    store.replace(ShotsTable.SPEC, "b", rows("b"), "run-2");

    store.remove(ShotsTable.SPEC, "a", "drop");

    assertThat(store.read(ShotsTable.SPEC).collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("b");
    assertThat(store.commits(ShotsTable.SPEC).get(3).runId()).contains("drop");
    long version = store.version(ShotsTable.SPEC);
    store.remove(ShotsTable.SPEC, "a", "again");
    store.remove(EdgesTable.SPEC, "a", "again");
    assertThat(store.version(ShotsTable.SPEC)).isEqualTo(version);
    assertThat(store.exists(EdgesTable.SPEC)).isFalse();
  }

  private Store store(String name) {
    return new Store(spark, folder.resolve(name).toString());
  }

  private Dataset<Row> rows(String catalog) {
    return spark.createDataFrame(
        List.of(RowFactory.create(catalog, "shot", "raw_jpeg", "image", true)),
        ShotsTable.SPEC.schema());
  }
}
