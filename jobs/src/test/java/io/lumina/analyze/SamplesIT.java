package io.lumina.analyze;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.analyze.read.ContentReader;
import io.lumina.failure.ExitCode;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.job.Progress;
import io.lumina.library.Images;
import io.lumina.made.NeedsShared;
import io.lumina.scan.ScanJob;
import io.lumina.scan.list.NameRules;
import io.lumina.scan.list.ScanConfig;
import io.lumina.scan.list.SourceRoots;
import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.ImagesView;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All samples, the hostile ones too, scanned and analysed as a catalog under 2 GiB of heap. */
@NeedsShared
class SamplesIT {
  private static final Set<String> BAD =
      Set.of("corrupt", "fail", "not-an-image", "zero-byte", "bomb");

  /** Files called bad in which decoder, structure and metadata show nothing wrong. */
  private static final Set<String> NOTHING_WRONG =
      Set.of(
          // Exif values of an unexpected type or place, which are read as what they are or left
          // out.
          "bad/commons-imaging/image-with-exif.png",
          "bad/exifr/issue-exifr-41-Error_Segment_Unreachable.jpg",
          "bad/mapillary/corrupt_exif_2.jpg",
          "bad/mapillary/corrupt_exif_trusted_wrong_type.jpg",
          "bad/mapillary/corrupt_exif_wrong_type.jpg",
          // Seeds of a fuzzer: whole pictures of every kind that an encoder may write.
          "bad/go-fuzz/avatars.png",
          "bad/go-fuzz/basn0g01-30.png",
          "bad/go-fuzz/basn0g02-29.png",
          "bad/go-fuzz/blue-purple-pink-large.normal-filter.lossy.webp",
          "bad/go-fuzz/video-001-gray.tiff",
          "bad/go-fuzz/video-001.cmyk.jpeg",
          "bad/go-fuzz/video-001.q50.444.jpeg",
          "bad/go-fuzz/video-001.separate.dc.progression.jpeg",
          "bad/go-fuzz/video-005.gray.q50.2x2.progressive.jpeg",
          "bad/go-fuzz/video-005.gray.q50.progressive.jpeg",
          "bad/go-fuzz/video-display-16.png",
          "bad/go-fuzz/video-display-48.png",
          // Odd but legal, or they tripped one decoder's own mistake: an unusual resolution, a late
          // background, several loop counts, sizes that are no multiple of a block.
          "bad/commons-imaging/111083453-c07f1880-851e-11eb-8b61-2757f7d934bf.jpg",
          "bad/commons-imaging/test-72_6-dpi.bmp",
          "bad/elodie/imghdr-error.jpg",
          "bad/image-rs/panic.webp",
          "bad/image-rs/resize-with-alpha-original-half-size.png",
          "bad/imagetestsuite/865db3dd2d380626f16b6f9dc6d62dba.jpg",
          "bad/imagetestsuite/affc57dfffa5ec448a0795738d456018.png",
          "bad/wuffs/1QcSHQRnh493V4dIh4eXh1h4kJUI.png",
          "bad/wuffs/background-color.gif",
          "bad/wuffs/multiple-loop-counts.gif",
          // A progressive stream with codes missing; only baseline codes are run.
          "bad/imagetestsuite/1cbb1bb37d62c44f67374cd451643dc4.jpg");

  @TempDir private static Path warehouse;

  private static List<SampleTruth> truth;
  private static JobReport report;

  /** Rows by the path below the samples. */
  private static final Map<String, Row> FILES = new HashMap<>();

  private static final Map<String, Row> IMAGES = new HashMap<>();
  private static final Map<String, Row> ASSETS = new HashMap<>();
  private static long rowsOfContents;

  @BeforeAll
  static void analyse() throws Exception {
    truth = SampleTruth.rows();
    Path samples = SampleTruth.folder();
    Analysis analysis = new Analysis(warehouse);
    List<String> roots =
        Stream.of("photos", "dups", "bad", "video", "audio")
            .map(name -> samples.resolve(name).toString())
            .toList();
    NameRules everything =
        new NameRules(List.of("*"), List.of("xmp", "json"), List.of(), List.of());
    new ScanJob()
        .run(
            new ScanConfig(
                new SourceRoots(roots), Optional.empty(), everything, List.of(), false, 1, false),
            new JobContext(analysis.store(), ListedRows.CATALOG, "scan-1", Progress.SILENT));
    report = analysis.run("run-1");
    Dataset<Row> assets = analysis.store().read(AssetsTable.SPEC);
    for (Row row : analysis.files().collectAsList()) {
      FILES.put(SampleTruth.name(row.getAs(FilesTable.SOURCE_PATH)), row);
    }
    for (Row row : assets.collectAsList()) {
      ASSETS.put(row.getAs(AssetsTable.SHA256), row);
    }
    rowsOfContents = assets.count();
    for (Row row :
        new Images("")
            .of(analysis.files(), assets)
            .drop(ImagesView.LUMA)
            .filter(col(ImagesView.SOURCE_PATH).isNotNull())
            .collectAsList()) {
      IMAGES.merge(
          SampleTruth.name(row.getAs(ImagesView.SOURCE_PATH)),
          row,
          (one, other) -> {
            throw new AssertionError("Two rows of " + one);
          });
    }
  }

  @Test
  void every_sample_has_one_row_and_the_checksum_of_its_bytes() {
    assertThat(truth).hasSizeGreaterThan(1000);
    for (SampleTruth row : truth) {
      assertThat(FILES).containsKey(row.file());
      assertThat(Analysis.checksum(FILES.get(row.file()))).as(row.file()).isEqualTo(row.sha256());
      assertThat(ASSETS).containsKey(row.sha256());
    }
  }

  @Test
  void every_sample_is_an_image_or_a_sidecar() {
    for (SampleTruth row : truth) {
      boolean sidecar = FilesTable.SIDECAR.equals(FILES.get(row.file()).getAs(FilesTable.ROLE));
      assertThat(IMAGES.containsKey(row.file())).as(row.file()).isNotEqualTo(sidecar);
    }
    assertThat(IMAGES.size() + sidecars().size()).isEqualTo(FILES.size());
  }

  @Test
  void each_content_is_one_asset() {
    Set<String> contents = new TreeSet<>();
    FILES.values().forEach(file -> contents.add(Analysis.checksum(file)));
    assertThat(ASSETS.keySet()).isEqualTo(contents);
    assertThat(report.counts())
        .containsEntry("files_read", (long) FILES.size())
        // One that is read in two roles has a row for each.
        .containsEntry("new_contents", rowsOfContents)
        .containsEntry("failed", 0L);
    assertThat(report.exit()).isEqualTo(ExitCode.SUCCESS);
  }

  @Test
  void what_is_damaged_says_so() {
    Set<String> silent = new TreeSet<>();
    for (SampleTruth row : truth) {
      if (BAD.contains(row.expect()) && !saysSomething(row)) {
        silent.add(row.file());
      }
    }
    assertThat(silent).containsExactlyInAnyOrderElementsOf(NOTHING_WRONG);
  }

  @Test
  void no_sample_meets_a_mistake_of_ours_or_the_time_limit() {
    assertThat(ASSETS.values())
        .allSatisfy(
            asset ->
                assertThat(Analysis.codes(asset))
                    .doesNotContain(
                        ContentReader.ANALYSIS_FAILED, "time_limit", "decoder_unavailable"));
  }

  private static boolean saysSomething(SampleTruth row) {
    Row asset = ASSETS.get(row.sha256());
    return asset.getAs(AssetsTable.CORRUPTION) != null
        || !Analysis.codes(asset).isEmpty()
        || !Analysis.codes(FILES.get(row.file())).isEmpty();
  }

  private static List<Row> sidecars() {
    return FILES.values().stream()
        .filter(file -> FilesTable.SIDECAR.equals(file.getAs(FilesTable.ROLE)))
        .toList();
  }
}
