package io.lumina.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.analyze.read.AnalyzeConfig;
import io.lumina.failure.ExitCode;
import io.lumina.hash.Sha256;
import io.lumina.job.JobReport;
import io.lumina.row.IssueRows;
import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class AnalyzeJobIT extends AnalysisOfPhotos {
  @Test
  void a_new_file_gives_one_asset_and_its_checksum() throws IOException {
    Path file = photo("a.jpg", 1);

    JobReport report = analysis.listed(listing.file(file)).run("run-1");

    String sha256 = Sha256.of(Files.readAllBytes(file));
    assertThat(Analysis.checksum(analysis.byName().get("a.jpg"))).isEqualTo(sha256);
    Row asset = analysis.assets().get(0);
    assertThat(analysis.assets()).hasSize(1);
    assertThat(asset.<String>getAs(AssetsTable.SHA256)).isEqualTo(sha256);
    assertThat(asset.<String>getAs(AssetsTable.FORMAT)).isEqualTo("JPEG");
    assertThat(asset.<String>getAs(AssetsTable.FILE_TYPE)).isEqualTo("image");
    assertThat(asset.<Integer>getAs(AssetsTable.WIDTH)).isEqualTo(160);
    assertThat(asset.<byte[]>getAs(AssetsTable.LUMA)).hasSize(4096);
    assertThat(asset.<Long>getAs(AssetsTable.DHASH)).isNotNull();
    assertThat(asset.<byte[]>getAs(AssetsTable.PDQ)).hasSize(32);
    assertThat(asset.<Row>getAs(AssetsTable.QUALITY).<Double>getAs("score")).isBetween(1.0, 99.0);
    assertThat(asset.<String>getAs(AssetsTable.CORRUPTION)).isNull();
    assertThat(asset.<String>getAs(AssetsTable.RUN_ID)).isEqualTo("run-1");
    assertThat(report.total()).isEqualTo(1);
    assertThat(report.counts()).containsEntry("files_read", 1L).containsEntry("new_contents", 1L);
    assertThat(report.exit()).isEqualTo(ExitCode.SUCCESS);
    assertThat(report.outputVersions()).containsOnlyKeys("assets", "files");
  }

  @Test
  void copies_of_a_content_are_decoded_once_and_all_get_its_checksum() throws IOException {
    for (String name : List.of("a.jpg", "b/a.jpg", "c/other.jpg")) {
      listing.file(photo(name, 7));
    }

    JobReport report = analysis.listed(listing).run("run-1");

    assertThat(report.counts()).containsEntry("files_read", 3L).containsEntry("new_contents", 1L);
    assertThat(analysis.assets()).hasSize(1);
    assertThat(analysis.files().select(FilesTable.SHA256).distinct().count()).isEqualTo(1);
    assertThat(analysis.files().count()).isEqualTo(3);
  }

  @Test
  void a_content_that_is_known_is_not_analysed_again() throws IOException {
    Path first = photo("a.jpg", 1);
    analysis.listed(listing.file(first)).run("run-1");
    Path copy = photo("copy.jpg", 1);
    String sha256 = Sha256.of(Files.readAllBytes(first));
    analysis.listed(
        new ListedRows(photos, "scan-1")
            .file(first)
            .but(FilesTable.SHA256, sha256)
            .file(copy)
            .but(FilesTable.FIRST_SEEN_RUN, "scan-2")
            .but(FilesTable.LAST_SEEN_RUN, "scan-2"));

    JobReport report = analysis.run("run-2");

    assertThat(report.total()).isEqualTo(1);
    assertThat(report.counts()).containsEntry("files_read", 1L).containsEntry("new_contents", 0L);
    assertThat(analysis.assets()).hasSize(1);
    assertThat(Analysis.checksum(analysis.byName().get("copy.jpg"))).isEqualTo(sha256);
  }

  @Test
  void a_second_run_over_an_unchanged_library_opens_nothing_and_commits_nothing()
      throws IOException {
    analysis.listed(listing.file(photo("a.jpg", 1)).file(photo("b.jpg", 2))).run("run-1");
    long assets = analysis.store().version(AssetsTable.SPEC);
    long files = analysis.store().version(FilesTable.SPEC);

    JobReport second = analysis.run("run-2");

    assertThat(second.total()).isZero();
    assertThat(second.counts()).containsEntry("files_read", 0L);
    assertThat(second.outputVersions()).isEmpty();
    assertThat(analysis.store().version(AssetsTable.SPEC)).isEqualTo(assets);
    assertThat(analysis.store().version(FilesTable.SPEC)).isEqualTo(files);
  }

  @Test
  void files_that_changed_since_the_listing_get_an_issue_and_no_checksum() throws IOException {
    Path vanished = photo("vanished.jpg", 1);
    Path truncated = photo("truncated.jpg", 2);
    Path grown = photo("grown.jpg", 3);
    Path touched = photo("touched.jpg", 5);
    Path folder = Files.createDirectories(photos.resolve("folder.jpg"));
    listing
        .file(vanished)
        .file(truncated)
        .file(grown)
        .file(touched)
        .file(folder, 4096)
        .file(photo("good.jpg", 4));
    Files.delete(vanished);
    byte[] content = Files.readAllBytes(truncated);
    Files.write(truncated, Arrays.copyOf(content, content.length / 2));
    Files.write(grown, new byte[9], StandardOpenOption.APPEND);
    Files.setLastModifiedTime(touched, FileTime.fromMillis(1_700_000_000_000L));

    JobReport report = analysis.listed(listing).run(with(1.0), "run-1");

    Map<String, Row> files = analysis.byName();
    assertThat(Analysis.codes(files.get("vanished.jpg"))).containsExactly("vanished");
    assertThat(Analysis.codes(files.get("truncated.jpg"))).containsExactly("changed_while_reading");
    assertThat(Analysis.codes(files.get("grown.jpg"))).containsExactly("changed_while_reading");
    assertThat(Analysis.codes(files.get("touched.jpg"))).containsExactly("changed_while_reading");
    assertThat(Analysis.codes(files.get("folder.jpg"))).containsExactly("unreadable");
    assertThat(files.values()).filteredOn(file -> Analysis.checksum(file) != null).hasSize(1);
    assertThat(Analysis.codes(files.get("good.jpg"))).isEmpty();
    assertThat(analysis.assets()).hasSize(1);
    assertThat(report.counts()).containsEntry("failed", 5L).containsEntry("new_contents", 1L);
  }

  @Test
  void a_file_that_failed_is_read_by_the_next_run_and_loses_its_issue() throws IOException {
    Path late = photos.resolve("late.jpg");
    analysis.listed(listing.file(late, 10)).run(with(1.0), "run-1");
    assertThat(Analysis.codes(analysis.byName().get("late.jpg"))).containsExactly("vanished");
    TestPictures.jpeg(late, 1);
    analysis.listed(
        new ListedRows(photos, "scan-1")
            .file(late)
            .but(FilesTable.ISSUES, new Row[] {IssueRows.of("vanished", "gone")}));

    analysis.run("run-2");

    assertThat(Analysis.codes(analysis.byName().get("late.jpg"))).isEmpty();
    assertThat(Analysis.checksum(analysis.byName().get("late.jpg"))).hasSize(64);
  }

  @Test
  void issues_of_the_name_stay_beside_those_of_reading() throws IOException {
    Path file = Files.move(photo("a.jpg", 1), photos.resolve("a.png"));
    Row[] named = {IssueRows.of("name_not_utf8", "what the scan said")};

    analysis.listed(listing.file(file).but(FilesTable.ISSUES, named)).run("run-1");

    assertThat(Analysis.codes(analysis.byName().get("a.png")))
        .containsExactly("name_not_utf8", "extension_mismatch");
  }

  @Test
  void broken_pictures_cost_one_row_each() throws IOException {
    Path cut = photo("cut.jpg", 1);
    byte[] content = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(content, content.length * 2 / 3));
    Path text = Files.writeString(photos.resolve("text.jpg"), "This is no picture at all.");
    Path empty = Files.createFile(photos.resolve("empty.jpg"));

    JobReport report =
        analysis
            .listed(listing.file(cut).file(text).file(empty).file(photo("good.jpg", 2)))
            .run(with(1.0), "run-1");

    assertThat(analysis.assets()).hasSize(4);
    assertThat(asset("cut.jpg").<String>getAs(AssetsTable.CORRUPTION)).isEqualTo("minor");
    assertThat(asset("cut.jpg").<byte[]>getAs(AssetsTable.LUMA)).hasSize(4096);
    assertThat(asset("text.jpg").<String>getAs(AssetsTable.CORRUPTION)).isEqualTo("severe");
    assertThat(Analysis.codes(asset("text.jpg"))).contains("unknown_format");
    assertThat(Analysis.codes(asset("empty.jpg"))).contains("empty_file");
    assertThat(report.counts()).containsEntry("severe", 2L).containsEntry("damaged", 1L);
  }

  @Test
  void more_failures_than_allowed_end_in_exit_6_with_a_note() throws IOException {
    Path text = Files.writeString(photos.resolve("text.jpg"), "This is no picture at all.");
    listing.file(text).file(photos.resolve("gone.jpg"), 5).file(photo("a.jpg", 1));

    JobReport report = analysis.listed(listing).run(with(0.6), "run-1");

    assertThat(report.exit()).isEqualTo(ExitCode.TOO_MANY_FAILURES);
    assertThat(report.notes())
        .containsExactly(
            "2 of 3 files could not be read or hold no readable picture, more than"
                + " analyze.max-failed-fraction = 0.6; the report lists them");
    assertThat(analysis.byName()).hasSize(3);
  }

  @Test
  void a_sidecar_becomes_an_asset_of_its_own() throws IOException {
    Path xmp = TestPictures.xmp(photos.resolve("a.jpg.xmp"), 4);

    analysis.listed(listing.sidecar(xmp)).run("run-1");

    Row asset = analysis.assets().get(0);
    assertThat(asset.<String>getAs(AssetsTable.FILE_TYPE)).isEqualTo("sidecar");
    assertThat(asset.<Row>getAs(AssetsTable.METADATA).<Integer>getAs("rating")).isEqualTo(4);
    assertThat(asset.<String>getAs(AssetsTable.CORRUPTION)).isNull();
  }

  @Test
  void a_run_that_died_before_it_gave_ids_leaves_that_to_the_next_one() throws IOException {
    Path before = photo("before.jpg", 1);
    String sha256 = Sha256.of(Files.readAllBytes(before));
    analysis.listed(
        listing
            .file(before)
            .but(FilesTable.SHA256, sha256)
            .but(FilesTable.STATE, FilesTable.MISSING)
            .but(FilesTable.FILE_ID, "old-id")
            .file(photo("after.jpg", 1))
            .but(FilesTable.SHA256, sha256)
            .but(FilesTable.WAS_STATE, FilesTable.ABSENT)
            .but(FilesTable.FIRST_SEEN_RUN, "scan-2")
            .but(FilesTable.LAST_SEEN_RUN, "scan-2"));

    JobReport report = analysis.run("run-2");

    assertThat(report.total()).isZero();
    Map<String, Row> files = analysis.byName();
    assertThat(files).containsOnlyKeys("after.jpg");
    Row after = files.get("after.jpg");
    assertThat(after.<String>getAs(FilesTable.FILE_ID)).isEqualTo("old-id");
    assertThat(after.<String>getAs(FilesTable.FIRST_SEEN_RUN)).isEqualTo("scan-1");
    assertThat(after.<String>getAs(FilesTable.STATE)).isEqualTo("present");
    assertThat(after.<String>getAs(FilesTable.WAS_STATE)).isNull();
    assertThat(analysis.run("run-3").outputVersions()).isEmpty();
  }

  @Test
  void a_file_above_the_limit_is_hashed_by_streaming_and_its_picture_is_skipped()
      throws IOException {
    Path large = photo("large.jpg", 1);
    AnalyzeConfig small =
        new AnalyzeConfig(400_000_000L, 1000, Duration.ofSeconds(30), 1, 20L << 30);
    analysis.listed(listing.file(large)).run(small, "run-1");

    assertThat(Analysis.checksum(analysis.byName().get("large.jpg")))
        .isEqualTo(Sha256.of(Files.readAllBytes(large)));
    Row asset = analysis.assets().get(0);
    assertThat(Analysis.codes(asset)).containsExactly("too_many_bytes");
    assertThat(asset.<String>getAs(AssetsTable.CORRUPTION)).isNull();
    assertThat(asset.<byte[]>getAs(AssetsTable.LUMA)).isNull();
    assertThat(asset.<Integer>getAs(AssetsTable.WIDTH)).isEqualTo(160);
  }

  @Test
  void several_batches_give_what_one_gives() throws IOException {
    for (int seed = 0; seed < 6; seed++) {
      listing.file(photo(seed + ".jpg", seed)).file(photo("copy/" + seed + "c.jpg", seed));
    }
    AnalyzeConfig smallBatches =
        new AnalyzeConfig(400_000_000L, 512L << 20, Duration.ofSeconds(30), 0, 2 << 20);

    JobReport report = analysis.listed(listing).run(smallBatches, "run-1");

    assertThat(report.counts()).containsEntry("files_read", 12L).containsEntry("new_contents", 6L);
    assertThat(analysis.assets()).hasSize(6);
    assertThat(analysis.byName()).hasSize(12);
    assertThat(analysis.byName().values()).noneMatch(file -> Analysis.checksum(file) == null);
    assertThat(analysis.store().version(AssetsTable.SPEC)).isEqualTo(2);
  }

  private Row asset(String name) {
    String sha256 = Analysis.checksum(analysis.byName().get(name));
    return analysis.assets().stream()
        .filter(row -> row.getAs(AssetsTable.SHA256).equals(sha256))
        .findFirst()
        .orElseThrow();
  }

  private static AnalyzeConfig with(double maxFailedFraction) {
    return new AnalyzeConfig(
        400_000_000L, 512L << 20, Duration.ofSeconds(30), maxFailedFraction, 20L << 30);
  }
}
