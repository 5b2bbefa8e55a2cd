package io.lumina.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.analyze.read.AnalyzeConfig;
import io.lumina.analyze.read.Scope;
import io.lumina.failure.ExitCode;
import io.lumina.hash.HashVersion;
import io.lumina.hash.Sha256;
import io.lumina.job.JobReport;
import io.lumina.made.MadeBytes;
import io.lumina.made.MadePicture;
import io.lumina.row.IssueRows;
import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.HindranceRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a limit or a lack of ours kept from being looked at, over several nights. */
class SecondLooksIT extends AnalysisOfPhotos {
  private static final long PIXELS = 400_000_000L;
  private static final Duration USUAL = Duration.ofSeconds(30);

  /** No picture of twelve megapixels is decoded in that time. */
  private static final Duration TOO_SHORT = Duration.ofMillis(1);

  private static AnalyzeConfig config(long pixels, Duration perFile) {
    return new AnalyzeConfig(pixels, 512L << 20, perFile, 0.1, 20L << 30);
  }

  private long assetsVersion() {
    return analysis.store().version(AssetsTable.SPEC);
  }

  private Row asset() {
    assertThat(analysis.assets()).hasSize(1);
    return analysis.assets().get(0);
  }

  private static Row hindrance(Row asset) {
    return asset.getAs(AssetsTable.HINDRANCE);
  }

  private void assertHealthy() {
    assertThat(hindrance(asset())).isNull();
    assertThat(asset().<String>getAs(AssetsTable.CORRUPTION)).isNull();
    assertThat(Analysis.codes(asset())).isEmpty();
    assertThat(asset().<byte[]>getAs(AssetsTable.LUMA)).hasSize(4096);
    assertThat(asset().<Long>getAs(AssetsTable.DHASH)).isNotNull();
    assertThat(asset().<Row>getAs(AssetsTable.QUALITY)).isNotNull();
  }

  /** The nights that may change nothing at all. */
  private void assertNothingHappens(AnalyzeConfig config) {
    long assets = assetsVersion();
    long files = analysis.store().version(FilesTable.SPEC);
    JobReport quiet = analysis.run(config, "run-quiet");
    assertThat(quiet.total()).isZero();
    assertThat(quiet.outputVersions()).isEmpty();
    assertThat(assetsVersion()).isEqualTo(assets);
    assertThat(analysis.store().version(FilesTable.SPEC)).isEqualTo(files);
  }

  @Test
  void a_picture_above_the_limit_is_not_broken_and_is_looked_at_when_the_limit_is_raised()
      throws IOException {
    Path large = TestPictures.write(photos.resolve("large.jpg"), 1, 400, 300);
    listing.file(large).file(Files.copy(large, photos.resolve("copy.jpg")));
    AnalyzeConfig small = config(100_000, USUAL);

    JobReport first = analysis.listed(listing).run(small, "run-1");

    assertThat(first.exit()).isEqualTo(ExitCode.SUCCESS);
    assertThat(first.counts())
        .containsEntry("severe", 0L)
        .containsEntry("not_looked_at", 1L)
        .containsEntry("reason_too_many_pixels", 1L);
    assertThat(asset().<String>getAs(AssetsTable.CORRUPTION)).isNull();
    assertThat(asset().<Row>getList(asset().fieldIndex(AssetsTable.ISSUES)))
        .containsExactly(
            IssueRows.of(
                "too_many_pixels",
                "400x300 are 120000 pixels, the limit is 100000 (analyze.max-pixels)"));
    assertNothingHappens(small);
    assertNothingHappens(config(110_000, USUAL));
    long files = analysis.store().version(FilesTable.SPEC);

    JobReport raised = analysis.run(config(PIXELS, USUAL), "run-2");

    assertHealthy();
    assertThat(raised.counts())
        .containsEntry("second_looks", 1L)
        .containsEntry("seen_at_last", 1L)
        .containsEntry("new_contents", 0L);
    assertThat(raised.outputVersions()).containsEntry("assets", assetsVersion());
    assertThat(analysis.store().version(FilesTable.SPEC)).isEqualTo(files);
    assertThat(analysis.byName().values()).noneMatch(file -> Analysis.checksum(file) == null);
    assertNothingHappens(config(PIXELS, USUAL));
  }

  @ParameterizedTest
  @CsvSource({"1000, 536870912, too_many_bytes", "536870912, 1000, decode_too_large"})
  void a_picture_that_needs_more_memory_is_looked_at_when_it_may_have_it(
      long bytesInMemory, long decodeBytes, String reason) throws IOException {
    // No part of it can be decoded alone.
    byte[] bmp = MadePicture.of(5, 64, 64).as("bmp");
    listing.file(Files.write(photos.resolve("large.bmp"), bmp));
    AnalyzeConfig narrow =
        new AnalyzeConfig(
            PIXELS,
            bytesInMemory,
            USUAL,
            0.1,
            20L << 30,
            Scope.NEW,
            Analysis.CONFIG.listedTimes(),
            false,
            decodeBytes);
    analysis.listed(listing).run(narrow, "run-1");
    assertThat(asset().<String>getAs(AssetsTable.CORRUPTION)).isNull();
    assertThat(Analysis.codes(asset())).containsExactly(reason);
    assertNothingHappens(narrow);

    assertThat(analysis.run("run-2").counts()).containsEntry("seen_at_last", 1L);

    assertHealthy();
    assertNothingHappens(Analysis.CONFIG);
  }

  @Test
  void what_took_too_long_is_tried_by_two_more_nights_and_again_when_it_may_take_longer()
      throws IOException {
    listing.file(TestPictures.write(photos.resolve("slow.jpg"), 1, 4000, 3000));
    AnalyzeConfig hasty = config(PIXELS, TOO_SHORT);
    analysis.listed(listing).run(hasty, "run-1");
    assertThat(asset().<String>getAs(AssetsTable.CORRUPTION)).isNull();
    assertThat(Analysis.codes(asset())).containsExactly("time_limit");

    for (int night = 2; night <= SecondLooks.MOST_ATTEMPTS; night++) {
      JobReport again = analysis.run(hasty, "run-" + night);
      assertThat(again.counts())
          .containsEntry("second_looks", 1L)
          .containsEntry("seen_at_last", 0L);
      assertThat(hindrance(asset()).<Integer>getAs(HindranceRows.ATTEMPTS)).isEqualTo(night);
    }
    assertNothingHappens(hasty);

    analysis.run(config(PIXELS, USUAL), "run-5");
    assertHealthy();
  }

  @Test
  void a_recording_waits_for_a_decoder_that_was_not_there() throws IOException {
    listing.file(TestPictures.wav(photos.resolve("memo.wav"), 8000));
    String home = System.setProperty("java.home", "/no/such/place");
    try {
      analysis.listed(listing).run("run-1");
      assertThat(asset().<String>getAs(AssetsTable.CORRUPTION)).isNull();
      assertThat(Analysis.codes(asset())).containsExactly("decoder_unavailable");
      // As long as it is not there, no night counts as a try.
      for (int night = 0; night <= SecondLooks.MOST_ATTEMPTS; night++) {
        assertNothingHappens(Analysis.CONFIG);
      }
    } finally {
      System.setProperty("java.home", home);
    }

    analysis.run("run-2");

    assertThat(hindrance(asset())).isNull();
    assertThat(Analysis.codes(asset())).isEmpty();
    assertThat(asset().<String>getAs(AssetsTable.CORRUPTION)).isNull();
    assertNothingHappens(Analysis.CONFIG);
  }

  @Test
  void a_jpeg_xl_that_an_older_version_could_not_decode_is_looked_at_once_a_program_can(
      @TempDir Path programs) throws IOException {
    Path file = photos.resolve("picture.jxl");
    Files.write(file, MadeBytes.big().u16(0xFF0A).u8(0b0100_1111).zeros(20).done());
    PathVariable path = PathVariable.of(programs);
    try {
      analysis.listed(listing.file(file)).run("run-1");
      assertThat(Analysis.codes(asset())).containsExactly("format_not_decoded");
      Dataset<Row> older =
          analysis
              .store()
              .read(AssetsTable.SPEC)
              .withColumn(AssetsTable.HINDRANCE, functions.lit(null).cast(HindranceRows.TYPE))
              .withColumn(
                  AssetsTable.ISSUES,
                  functions.expr(
                      "array(struct('format_not_decoded' AS code, 'JXL is not decoded' AS"
                          + " detail))"));
      analysis.store().merge(AssetsTable.SPEC, older, "older");

      assertThat(analysis.run("run-2").counts())
          .containsEntry("second_looks", 1L)
          .containsEntry("seen_at_last", 0L);
      assertThat(Analysis.codes(asset())).containsExactly("format_not_decoded");
      assertNothingHappens(Analysis.CONFIG);

      Path made = Files.write(programs.resolve("made"), MadePicture.of(5, 64, 64).as("png"));
      Path djxl =
          Files.writeString(programs.resolve("djxl"), "#!/bin/sh\n/bin/cp '" + made + "' \"$4\"\n");
      assertThat(djxl.toFile().setExecutable(true)).isTrue();
      assertThat(analysis.run("run-3").counts()).containsEntry("seen_at_last", 1L);
      assertHealthy();
      assertNothingHappens(Analysis.CONFIG);
    } finally {
      path.close();
    }
  }

  @Test
  void a_picture_that_an_older_version_called_severe_for_its_limit_is_looked_at_again()
      throws IOException {
    Path file = TestPictures.write(photos.resolve("large.jpg"), 1, 400, 300);
    analysis.listed(listing.file(file)).run("run-1");
    Dataset<Row> older =
        analysis
            .store()
            .read(AssetsTable.SPEC)
            .withColumn(AssetsTable.CORRUPTION, functions.lit("severe"))
            .withColumn(AssetsTable.LUMA, functions.lit(null).cast("binary"))
            .withColumn(AssetsTable.DHASH, functions.lit(null).cast("long"))
            .withColumn(
                AssetsTable.ISSUES,
                functions.expr(
                    "array(struct('decode_too_large' AS code, 'more than 1 byte' AS detail))"));
    analysis.store().merge(AssetsTable.SPEC, older, "older");

    analysis.run("run-2");

    assertHealthy();
    assertNothingHappens(Analysis.CONFIG);
  }

  @Test
  void a_file_that_is_away_is_left_for_another_night() throws IOException {
    Path file = TestPictures.write(photos.resolve("large.jpg"), 1, 400, 300);
    byte[] content = Files.readAllBytes(file);
    FileTime time = Files.getLastModifiedTime(file);
    analysis.listed(listing.file(file)).run(config(100_000, USUAL), "run-1");
    Files.delete(file);
    long assets = assetsVersion();

    JobReport away = analysis.run("run-2");

    assertThat(away.counts()).containsEntry("second_looks", 1L).containsEntry("failed", 0L);
    assertThat(away.exit()).isEqualTo(ExitCode.SUCCESS);
    assertThat(assetsVersion()).isEqualTo(assets);
    assertThat(Analysis.checksum(analysis.byName().get("large.jpg"))).isEqualTo(Sha256.of(content));
    Files.write(file, content);
    Files.setLastModifiedTime(file, time);
    analysis.run("run-3");
    assertHealthy();
  }

  @Test
  void hashes_of_an_older_version_are_made_anew_from_the_lumas_without_reading_files()
      throws IOException {
    Path file = TestPictures.jpeg(photos.resolve("a.jpg"), 1);
    analysis.listed(listing.file(file)).run("run-1");
    Row made = asset();
    Dataset<Row> older =
        analysis
            .store()
            .read(AssetsTable.SPEC)
            .withColumn(AssetsTable.DHASH, functions.lit(0L))
            .withColumn(AssetsTable.PDQ, functions.lit(new byte[32]))
            .withColumn(AssetsTable.ALGO_VERSION, functions.lit(HashVersion.ALGO_VERSION - 1));
    analysis.store().merge(AssetsTable.SPEC, older, "older");
    Files.delete(file);

    JobReport report = analysis.run("run-2");

    assertThat(report.counts()).containsEntry("hashes_renewed", 1L).containsEntry("files_read", 0L);
    assertThat(report.outputVersions()).containsKey("assets");
    assertThat(asset()).isEqualTo(made);
    assertNothingHappens(Analysis.CONFIG);
  }
}
