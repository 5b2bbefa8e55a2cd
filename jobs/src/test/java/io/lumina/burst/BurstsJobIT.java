package io.lumina.burst;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedSpark;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.job.Progress;
import io.lumina.store.Store;
import io.lumina.table.BurstsTable;
import io.lumina.table.ShotsTable;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BurstsJobIT {
  private static final String NOON = "2020-05-01T12:00:0";

  @TempDir private Path warehouse;

  @Test
  void a_second_run_over_the_same_images_writes_nothing_and_a_change_is_written() {
    Store store = new Store(SharedSpark.session(), warehouse.toString());
    Dataset<Row> all = Photo.rows(raw(1), jpeg(1), raw(2), jpeg(2), raw(3), jpeg(3));
    Dataset<Row> fewer = Photo.rows(raw(1), jpeg(1), raw(2), jpeg(2), jpeg(3));

    JobReport first = run(store, all, "run-1");
    JobReport second = run(store, all, "run-2");
    JobReport third = run(store, fewer, "run-3");

    assertThat(first.counts())
        .isEqualTo(Map.of("shots", 3L, "shot_files", 6L, "bursts", 1L, "burst_files", 6L));
    assertThat(first.outputVersions()).containsOnlyKeys("shots", "bursts");
    assertThat(first.inputVersions()).isEqualTo(Map.of("files", 4L));
    assertThat(second.outputVersions()).isEmpty();
    assertThat(second.total()).isZero();
    assertThat(second.counts()).isEqualTo(first.counts());
    assertThat(third.counts())
        .isEqualTo(Map.of("shots", 2L, "shot_files", 4L, "bursts", 1L, "burst_files", 5L));
    assertThat(store.read(ShotsTable.SPEC).count()).isEqualTo(4);
    assertThat(store.read(BurstsTable.SPEC).count()).isEqualTo(5);
  }

  private static JobReport run(Store store, Dataset<Row> images, String run) {
    return new BurstsJob(images, Map.of("files", 4L))
        .run(BurstsConfig.DEFAULT, new JobContext(store, Photo.CATALOG, run, Progress.SILENT));
  }

  private static Photo raw(int number) {
    return Photo.raw("a/" + number + ".CR2").taken(NOON + number).camera("Canon", "R5");
  }

  private static Photo jpeg(int number) {
    return Photo.at("a/" + number + ".JPG").taken(NOON + number).camera("Canon", "R5");
  }
}
