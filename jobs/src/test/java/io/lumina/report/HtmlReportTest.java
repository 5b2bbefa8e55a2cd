package io.lumina.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final Gallery GALLERY = new Thumbnails(new StorageBytes(new Configuration()), 240);

  @Test
  void the_page_loads_nothing_and_runs_nothing() throws Exception {
    String page = HtmlReport.render(SampleModel.model(), GALLERY);

    Files.writeString(Path.of("target", "report-sample.html"), page);
    assertThat(page).doesNotContain("http://", "https://", "<script", "javascript:", "<link");
  }
}
