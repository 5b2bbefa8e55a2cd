package io.lumina.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.report.SampleLibrary;
import io.lumina.report.SampleModel;
import io.lumina.report.model.BrokenFiles;
import io.lumina.report.model.Bursts;
import io.lumina.report.model.DateDoubts;
import io.lumina.report.model.Duplicates;
import io.lumina.report.model.Gallery;
import io.lumina.report.model.Heading;
import io.lumina.report.model.ReportModel;
import io.lumina.report.model.Totals;
import io.lumina.report.model.UnseenFiles;
import io.lumina.report.model.Variants;
import io.lumina.report.thumbnail.StorageBytes;
import io.lumina.report.thumbnail.Thumbnails;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final Gallery GALLERY =
      new Thumbnails(new StorageBytes(new Configuration()), SampleLibrary::lumas, 240);
  private static String page;

  @BeforeAll
  static void render_once() throws Exception {
    page = HtmlReport.render(SampleModel.model(), GALLERY);
    // For a look with a browser.
    Files.writeString(Files.createDirectories(Path.of("target")).resolve("report.html"), page);
  }

  @Test
  void the_page_loads_nothing_and_runs_nothing() {
    assertThat(page)
        .doesNotContain("http://", "https://", "<script", "javascript:", "<link", "@import", "url(")
        .doesNotContainPattern("\\son[a-z]+=")
        .contains("default-src &#39;none&#39;; img-src data:; style-src &#39;unsafe-inline&#39;");
    assertThat(Pattern.compile("<img src=\"(?!data:image/jpeg;base64,)").matcher(page).find())
        .isFalse();
  }

  @Test
  void every_section_is_there_with_its_numbers() {
    assertThat(page)
        .contains("<h1><bdi>Family photos</bdi></h1>", "48,231", "412\u00a0GB", "18\u00a0GB")
        .contains("Since the last run", "47,976", "permission was denied")
        .contains("id=\"duplicates\"", "1,204\u00a0groups of 3,120\u00a0files", "870 of the groups")
        .contains("id=\"variants\"", "31\u00a0pairs show the same picture", ">Captioned</p>")
        .contains("30\u00a0pairs are not shown", "with &lt;something&gt; else written.")
        .contains("id=\"bursts\"", "41\u00a0bursts with 388\u00a0frames", "Canon PowerShot SX20 IS")
        .contains("id=\"shots\"", "RAW with JPEG", "Live Photo")
        .contains("id=\"broken\"", "too many pixels", "4225000000 pixels")
        .contains("id=\"dates\"", "FILESYSTEM_ONLY", "a date that cameras show")
        .contains("id=\"skipped\"", "unknown extension", "1,204")
        .contains("id=\"steps\"", "20260114T020001-nightly", "3\u00a0min 7\u00a0s")
        .contains("<strong>Bottleneck</strong>: computing: 80 % of the time of");
  }

  @Test
  void a_group_shows_the_pick_the_reason_and_the_numbers() {
    assertThat(page)
        .contains("Kept because it shows the camera&#39;s own data", "alps-q95.jpg is next")
        .contains("Identical copy", "alps-copy.jpg", "97\u00a0% alike", "1 of 64")
        .contains("Half the pixels and no camera data.");
  }

  @Test
  void hostile_names_are_text() {
    assertThat(page)
        .contains("&quot;&gt;&lt;script&gt;alert(1)&lt;")
        .contains("x&#39;); DROP TABLE images;--.jpg")
        .contains("<span class=\"code-point\">U+202E</span>gpj.esor 🌹")
        .contains("<span class=\"code-point\">U+000A</span>new.jpg")
        .doesNotContain("\u202E");
  }

  @Test
  void what_is_left_out_is_counted_with_the_command_that_lists_it() {
    assertThat(page)
        .contains("1,201\u00a0groups are not shown on this page; the 3 that free most are above")
        .contains("40\u00a0bursts are not shown")
        .contains("54\u00a0damaged files are not shown")
        .contains("409\u00a0files are not shown")
        .contains("scripts/lumina sql &quot;SELECT g.id, g.kind, g.reclaimable_bytes")
        .contains("WHERE g.catalog_id = &#39;" + SampleModel.CATALOG + "&#39;");
  }

  @Test
  void a_picture_costs_a_bounded_part_of_the_page() {
    long pictures = Pattern.compile("<img ").matcher(page).results().count();

    assertThat(pictures).isEqualTo(20);
    assertThat(page.getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan((int) (40_000 + 33_000 * pictures));
  }

  @Test
  void what_a_limit_kept_from_being_looked_at_stands_apart_from_what_is_damaged() {
    assertThat(page)
        .contains("A limit of ours kept 5\u00a0files from being looked at.")
        .contains("Not looked at: our limits", "the limit is 400000000 (analyze.max-pixels)")
        .contains("issue-&gt;&gt;&#39;code&#39; IN (&#39;too_many_pixels&#39;");
  }

  @Test
  void an_empty_catalog_gives_a_page_of_plain_sentences() {
    ReportModel empty =
        new ReportModel(
            new Heading(SampleModel.CATALOG, "Empty", "run", Instant.EPOCH, List.of()),
            new Totals(0, 0, 0, 0, 0),
            Optional.empty(),
            List.of(),
            new Duplicates(0, 0, 0, 0, List.of()),
            Variants.NONE,
            new Bursts(0, 0, List.of()),
            List.of(),
            new BrokenFiles(0, List.of(), List.of(), List.of()),
            UnseenFiles.NONE,
            new DateDoubts(0, List.of(), List.of()),
            List.of(),
            Optional.empty(),
            List.of());

    assertThat(HtmlReport.render(empty, GALLERY))
        .contains("The catalog holds no files yet.", "No file shows the same picture as another.")
        .doesNotContain("Variants")
        .contains("Every file could be read.", "Every picture has a date from a good source.")
        .doesNotContain("not shown on this page", "Since the last run");
  }
}
