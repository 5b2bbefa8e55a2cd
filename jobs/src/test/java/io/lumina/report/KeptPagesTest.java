package io.lumina.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptPagesTest {
  private static final Instant NOW = Instant.parse("2026-03-31T02:00:00Z");
  private static final KeptPages KEPT = new KeptPages(Duration.ofDays(30), 1000);

  @TempDir private Path folder;

  private Path file(String name, int daysOld, int bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), new byte[bytes]);
    Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(daysOld))));
    return file;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void pages_that_are_too_old_go() throws IOException {
    Path newest = file("20260331T020000-nightly-photos.html", 0, 10);
    file("20260302T020000-nightly-photos.html", 29, 10);
    file("20260228T020000-nightly-photos.html", 31, 10);

    assertThat(KEPT.prune(newest, NOW)).isEqualTo(1);
    assertThat(names())
        .containsExactly(
            "20260302T020000-nightly-photos.html", "20260331T020000-nightly-photos.html");
  }

  @Test
  void the_oldest_go_until_the_others_fit() throws IOException {
    Path newest = file("20260331T020000-nightly-photos.html", 0, 500);
    file("20260330T020000-nightly-photos.html", 1, 400);
    file("20260329T020000-nightly-photos.html", 2, 300);
    file("20260328T020000-report-photos.html", 3, 50);

    assertThat(KEPT.prune(newest, NOW)).isEqualTo(1);
    assertThat(names())
        .containsExactly(
            "20260328T020000-report-photos.html",
            "20260330T020000-nightly-photos.html",
            "20260331T020000-nightly-photos.html");
  }

  @Test
  void the_page_that_was_just_written_stays_whatever_its_size_and_run() throws IOException {
    Path newest = file("20200101T020000-nightly-photos.html", 400, 5000);
    file("20260330T020000-nightly-photos.html", 1, 1);

    assertThat(KEPT.prune(newest, NOW)).isEqualTo(1);
    assertThat(names()).containsExactly("20200101T020000-nightly-photos.html");
  }

  @Test
  void what_is_no_page_of_a_run_stays() throws IOException {
    Path newest = file("20260331T020000-nightly-photos.html", 0, 10);
    file("latest.html", 900, 5000);
    file("my notes.html", 900, 5000);
    file("20200101T020000-nightly-photos.html.gz", 900, 10);
    Files.createDirectory(folder.resolve("20200101T020000-nightly.html"));
    Files.createSymbolicLink(
        folder.resolve("20200102T020000-nightly.html"), folder.resolve("my notes.html"));
    file(".20260101T020000-nightly-photos.html.tmp", 2, 10);

    assertThat(KEPT.prune(newest, NOW)).isZero();
    assertThat(names())
        .containsExactly(
            "20200101T020000-nightly-photos.html.gz",
            "20200101T020000-nightly.html",
            "20200102T020000-nightly.html",
            "20260331T020000-nightly-photos.html",
            "latest.html",
            "my notes.html");
  }

  @Test
  void limits_out_of_bounds_name_their_key() {
    assertThatThrownBy(() -> new KeptPages(Duration.ofHours(1), 1))
        .hasMessage("report.keep is PT1H; give 1 day or more");
    assertThatThrownBy(() -> new KeptPages(Duration.ofDays(1), -1))
        .hasMessage("report.keep-bytes is -1; give 0 or more");
  }
}
