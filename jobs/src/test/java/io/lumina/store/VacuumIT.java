package io.lumina.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedSpark;
import io.lumina.table.ShotsTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VacuumIT {
  private static final String CATALOG = "11111111-1111-1111-1111-111111111111";
  private static final String OTHER = "22222222-2222-2222-2222-222222222222";

  private final SparkSession spark = SharedSpark.session();

  @TempDir Path folder;

  @Test
  void files_of_old_versions_go_and_the_tables_stay_readable() {
    Retention none = new Retention(Duration.ZERO);
    Store store = new Store(spark, folder.toString(), none, Guard.NONE);
    List<Long> files = new ArrayList<>();
    store.replace(ShotsTable.SPEC, OTHER, rows(OTHER, "other"), "run-of-other");
    new SessionSetting("spark.databricks.delta.retentionDurationCheck.enabled", "false")
        .during(
            spark,
            () -> {
              for (int night = 1; night <= 3; night++) {
                store.replace(ShotsTable.SPEC, CATALOG, rows(CATALOG, "a" + night), "run-" + night);
                new Vacuum(store, none).run(List.of(ShotsTable.SPEC));
                files.add(store.files(ShotsTable.SPEC).data().files());
              }
            });
    assertThat(files).containsExactly(2L, 2L, 2L);
    assertThat(store.version(ShotsTable.SPEC)).isEqualTo(4);
    assertThat(images(store.read(ShotsTable.SPEC))).containsExactlyInAnyOrder("a3", "other");
  }

  @Test
  void inside_the_window_nothing_goes_and_older_versions_are_read() {
    Retention window = new Retention(Duration.ofDays(30));
    Store store = new Store(spark, folder.toString(), window, Guard.NONE);
    long first = store.replace(ShotsTable.SPEC, CATALOG, rows(CATALOG, "a1"), "run-1");
    store.replace(ShotsTable.SPEC, CATALOG, rows(CATALOG, "a2"), "run-2");
    Vacuum vacuum = new Vacuum(store, window);
    Instant now = Instant.now();

    assertThat(vacuum.run(List.of(ShotsTable.SPEC)).files()).isZero();

    assertThat(images(store.read(ShotsTable.SPEC, first))).containsExactly("a1");
    assertThat(vacuum.due(Instant.EPOCH, window.horizon(now))).isEmpty();
    assertThat(vacuum.due(Instant.EPOCH, now.plusSeconds(60))).containsExactly(ShotsTable.SPEC);
    assertThat(vacuum.due(now.plusSeconds(60), now.plusSeconds(120))).isEmpty();
  }

  @Test
  void a_restored_table_says_which_run_restored_it() {
    Store store = new Store(spark, folder.toString());
    long first = store.replace(ShotsTable.SPEC, CATALOG, rows(CATALOG, "a1"), "run-1");
    store.replace(ShotsTable.SPEC, CATALOG, rows(CATALOG, "a2"), "run-2");

    long restored = store.restore(ShotsTable.SPEC, first, "run-undo");

    assertThat(images(store.read(ShotsTable.SPEC))).containsExactly("a1");
    assertThat(store.commits(ShotsTable.SPEC))
        .extracting(commit -> commit.version() + " " + commit.runId().orElse("-"))
        .containsExactly("0 -", "1 run-1", "2 run-2", restored + " run-undo");
  }

  @Test
  void another_window_is_written_into_the_properties_once() {
    Store store = new Store(spark, folder.toString());
    store.version(ShotsTable.SPEC);
    Vacuum week = new Vacuum(store, new Retention(Duration.ofDays(7)));
    week.align();
    week.align();
    assertThat(store.version(ShotsTable.SPEC)).isEqualTo(1);
  }

  private Dataset<Row> rows(String catalog, String image) {
    StructField[] fields = ShotsTable.SPEC.schema().fields();
    Object[] cells = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      cells[i] =
          switch (fields[i].name()) {
            case ShotsTable.CATALOG_ID -> catalog;
            case ShotsTable.IMAGE_ID -> image;
            default -> fields[i].dataType().typeName().equals("boolean") ? (Object) true : "x";
          };
    }
    return spark.createDataFrame(List.of(RowFactory.create(cells)), ShotsTable.SPEC.schema());
  }

  private static List<String> images(Dataset<Row> rows) {
    return rows.select(ShotsTable.IMAGE_ID).collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
