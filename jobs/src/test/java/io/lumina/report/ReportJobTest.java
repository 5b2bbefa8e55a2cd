package io.lumina.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.SharedSpark;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.job.Progress;
import io.lumina.report.model.ReportLimits;
import io.lumina.store.Store;
import io.lumina.table.ImagesView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportJobTest {
  @TempDir private Path home;

  @Test
  void a_run_leaves_its_page_and_says_where_it_is() {
    Path alps = SampleLibrary.file("dups/alps/alps.jpg");
    SmallCatalog catalog =
        new SmallCatalog()
            .image("gone", Map.of(ImagesView.SOURCE_PATH, "/no/such/file.jpg"))
            .image(
                "stored",
                Map.of(
                    ImagesView.SOURCE_PATH,
                    "/no/such/other.jpg",
                    ImagesView.LUMA,
                    new byte[64 * 64]))
            .image(
                "alps",
                Map.of(
                    ImagesView.SOURCE_PATH,
                    alps.toString(),
                    ImagesView.SIZE_BYTES,
                    alps.toFile().length(),
                    ImagesView.WIDTH,
                    520,
                    ImagesView.HEIGHT,
                    390))
            .group("g", "near", 3, 1_000)
            .member("g", "alps", "primary", 0)
            .member("g", "gone", "near", 2)
            .member("g", "stored", "near", 3);

    JobReport report = run(catalog, home);

    Path page = home.resolve("reports/Photos/run-7.html");
    assertThat(page)
        .content()
        .contains("data:image/jpeg;base64,", "JPEG, no preview", "alps.jpg", "one warning")
        .endsWith("</html>\n");
    assertThat(home.resolve("reports/Photos/latest.html")).hasSameBinaryContentAs(page);
    assertThat(report.total()).isEqualTo(3);
    assertThat(report.counts())
        .containsEntry("groups", 1L)
        .containsEntry("pictures", 3L)
        .containsEntry("bytes", page.toFile().length());
    assertThat(report.said()).containsExactly("Report: " + page);
  }

  @Test
  void a_home_that_is_a_file_is_one_clear_line() throws Exception {
    Path file = Files.createFile(home.resolve("file"));

    assertThatThrownBy(() -> run(new SmallCatalog(), file))
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.TEMPORARY))
        .hasMessageContaining("file/reports/Photos/run-7.html cannot be written")
        .hasMessageContaining("choose another --home");
  }

  private static JobReport run(SmallCatalog catalog, Path home) {
    Store store = new Store(SharedSpark.session(), home.resolve("warehouse").toString());
    return new ReportJob(catalog.inputs())
        .run(
            new ReportConfig(
                home, ReportLimits.DEFAULTS, new KeptPages(Duration.ofDays(1), 1_000_000)),
            new JobContext(store, SmallCatalog.ID.toString(), "run-7", Progress.SILENT));
  }
}
