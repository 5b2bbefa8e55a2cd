package io.lumina.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.SharedSpark;
import io.lumina.analyze.read.AnalyzeConfig;
import io.lumina.analyze.read.ListedTimes;
import io.lumina.analyze.read.Scope;
import io.lumina.faults.FaultyDisk;
import io.lumina.hash.Sha256;
import io.lumina.job.JobReport;
import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/** Files that are read a second time: on purpose, or because what was read got lost. */
class RereadingIT extends AnalysisOfPhotos {
  private static final AnalyzeConfig EVERYTHING = config(Scope.EVERYTHING, false);
  private static final AnalyzeConfig REPAIRING = config(Scope.NEW, true);

  @Test
  void all_contents_are_read_again_and_nothing_is_adopted() throws IOException {
    Path kept = TestPictures.jpeg(photos.resolve("kept.jpg"), 1);
    String sha256 = Sha256.of(Files.readAllBytes(kept));
    listing
        .file(kept)
        .file(TestPictures.jpeg(photos.resolve("other.jpg"), 2))
        .file(photos.resolve("gone copy.jpg"), Files.size(kept))
        .but(FilesTable.STATE, FilesTable.MISSING)
        .but(FilesTable.SHA256, sha256);
    analysis.listed(listing).run("run-1");
    Map<String, Row> before = analysis.byName();

    JobReport report = analysis.run(EVERYTHING, "run-2");

    assertThat(report.counts()).containsEntry("files_read", 2L).containsEntry("new_contents", 2L);
    assertThat(analysis.byName()).isEqualTo(before);
    assertThat(analysis.assets()).hasSize(2);
    assertThat(analysis.assets())
        .allMatch(asset -> asset.<String>getAs(AssetsTable.RUN_ID).equals("run-2"));
  }

  @Test
  void a_file_that_changed_before_it_was_read_a_second_time_is_left_to_the_next_run()
      throws Exception {
    Path file = TestPictures.jpeg(photos.resolve("a.jpg"), 1);
    Path second = TestPictures.jpeg(photos.resolve("b.jpg"), 2);
    analysis.listed(listing.file(file).file(second));

    JobReport report = FaultyDisk.during(new LosesWhatWasRead(file), () -> analysis.run("run-1"));

    assertThat(report.counts()).containsEntry("files_read", 2L).containsEntry("failed", 0L);
    assertThat(Analysis.checksum(analysis.byName().get("a.jpg"))).isNull();
    assertThat(Analysis.checksum(analysis.byName().get("b.jpg")))
        .isEqualTo(Sha256.of(Files.readAllBytes(second)));
    analysis.run("run-2");
    assertThat(Analysis.checksum(analysis.byName().get("a.jpg")))
        .isEqualTo(Sha256.of(Files.readAllBytes(file)));
    assertThat(analysis.assets()).hasSize(3);
  }

  @Test
  void a_checksum_without_a_content_is_read_again_after_a_run_that_died() throws IOException {
    Path file = TestPictures.jpeg(photos.resolve("a.jpg"), 1);
    analysis.listed(listing.file(file).but(FilesTable.SHA256, "of bytes that are gone"));

    analysis.run("run-1");
    assertThat(analysis.assets()).isEmpty();

    analysis.run(REPAIRING, "run-2");
    assertThat(analysis.assets()).hasSize(1);
    assertThat(Analysis.checksum(analysis.byName().get("a.jpg")))
        .isEqualTo(Sha256.of(Files.readAllBytes(file)));
  }

  @Test
  void a_file_that_is_missing_after_a_run_that_died_will_be_read_when_it_is_back() {
    analysis.listed(
        listing
            .file(photos.resolve("away.jpg"), 1000L)
            .but(FilesTable.STATE, FilesTable.MISSING)
            .but(FilesTable.SHA256, "of bytes that no table has"));

    analysis.run(REPAIRING, "run-1");

    Row away = analysis.byName().get("away.jpg");
    assertThat(Analysis.checksum(away)).isNull();
    assertThat(away.<String>getAs(FilesTable.WAS_SHA256)).isEqualTo("of bytes that no table has");
    assertThat(away.<String>getAs(FilesTable.STATE)).isEqualTo(FilesTable.MISSING);
  }

  private static AnalyzeConfig config(Scope scope, boolean isRepairing) {
    return new AnalyzeConfig(
        400_000_000L,
        512L << 20,
        Duration.ofSeconds(30),
        0.5,
        20L << 30,
        scope,
        ListedTimes.OF_FILES,
        isRepairing);
  }

  /**
   * When the contents are committed, an executor dies with all it kept, and a file gets other bytes
   * in a way that nobody sees.
   */
  private record LosesWhatWasRead(Path file) implements FaultyDisk.Fault {
    @Override
    public void beforeCreating(String created) {
      if (created.contains("/assets/_delta_log/") && created.contains("00001.json")) {
        CollectionConverters.asJava(SharedSpark.session().sparkContext().getPersistentRDDs())
            .keySet()
            .forEach(id -> SparkEnv.get().blockManager().removeRdd((int) id));
        try {
          FileTime time = Files.getLastModifiedTime(file);
          byte[] bytes = Files.readAllBytes(file);
          bytes[bytes.length - 3] ^= 1;
          Files.write(file, bytes);
          Files.setLastModifiedTime(file, time);
        } catch (IOException failed) {
          throw new UncheckedIOException(failed);
        }
      }
    }
  }
}
