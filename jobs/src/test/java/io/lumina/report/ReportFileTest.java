package io.lumina.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.report.model.Heading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {
  private static final UUID ID = UUID.fromString("6f9619ff-8b86-4011-b42d-00c04fc964ff");

  @TempDir private Path home;

  @Test
  void the_page_and_its_copy_lie_in_the_folder_of_the_catalog() throws Exception {
    ReportFile file = ReportFile.of(home, heading("Family photos", "run-1"));

    long bytes = file.write(out -> append(out, "Grüße"));

    assertThat(bytes).isEqualTo(7);
    assertThat(file.page()).isEqualTo(home.resolve("reports/Family photos/run-1.html"));
    assertThat(file.page()).hasContent("Grüße");
    assertThat(file.latest()).hasContent("Grüße");
    try (var files = Files.list(file.page().getParent())) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void a_page_that_fails_half_way_leaves_the_last_one_as_it_was() throws Exception {
    ReportFile file = ReportFile.of(home, heading("photos", "run-1"));
    file.write(out -> append(out, "whole"));

    assertThatThrownBy(
            () ->
                file.write(
                    out -> {
                      append(out, "ha");
                      throw new UncheckedIOException(new IOException("no space"));
                    }))
        .hasMessageContaining("no space");
    assertThat(file.page()).hasContent("whole");
    try (var files = Files.list(file.page().getParent())) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void no_name_leaves_the_folder_of_the_reports() {
    for (String name :
        List.of("../../etc", "..", ".", "a/b", "", "x\0y", "-rf", "\u202Enet", "a\nb", " ")) {
      Path page = ReportFile.of(home, heading(name, name)).page();

      assertThat(home.relativize(page).getNameCount()).as(name).isEqualTo(3);
      assertThat(page.normalize()).as(name).isEqualTo(page);
      assertThat(home.relativize(page).toString()).as(name).matches("reports/_?[\\w. -]+/[\\w.-]+");
    }
  }

  @Test
  void two_names_that_become_one_stay_apart() {
    assertThat(ReportFile.of(home, heading("a/b", "r")).page())
        .isNotEqualTo(ReportFile.of(home, heading("a_b", "r")).page());
  }

  @Test
  void a_long_name_fits_any_file_system() {
    Path folder = ReportFile.of(home, heading("写".repeat(300), "r")).page().getParent();

    assertThat(folder.getFileName().toString().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan(255);
  }

  private static void append(Appendable out, String text) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Heading heading(String catalog, String run) {
    return new Heading(ID, catalog, run, Instant.EPOCH, List.of());
  }
}
