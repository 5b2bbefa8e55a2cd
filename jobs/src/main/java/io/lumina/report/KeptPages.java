package io.lumina.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long the pages of a catalog are kept: each night writes one, of some megabytes.
 *
 * @param age older ones go
 * @param bytes the oldest go until all that stay are no larger
 */
public record KeptPages(Duration age, long bytes) {
  /** What {@link ReportFile} calls the page of a run. */
  private static final Pattern PAGE = Pattern.compile("\\d{8}T\\d{6}-.+\\.html", Pattern.DOTALL);

  /** What it leaves when it is killed. */
  private static final Pattern DRAFT =
      Pattern.compile("\\.(latest|\\d{8}T\\d{6}-.+)\\.html\\.tmp", Pattern.DOTALL);

  private static final Duration DRAFTS_AGE = Duration.ofDays(1);

  public KeptPages {
    Objects.requireNonNull(age, "age");
    if (age.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException("report.keep is " + age + "; give 1 day or more");
    }
    if (bytes < 0) {
      throw new IllegalArgumentException("report.keep-bytes is " + bytes + "; give 0 or more");
    }
  }

  /**
   * Removes what is too old and what is too much; nothing that is not a page, and never the one
   * that was just written.
   *
   * @return how many went
   * @throws IOException when one cannot be removed
   */
  int prune(Path newest, Instant now) throws IOException {
    int removed = 0;
    long kept = Files.size(newest);
    for (Page page : pages(newest)) {
      kept += page.bytes();
      if (page.written().isBefore(now.minus(age)) || kept > bytes) {
        kept -= page.bytes();
        Files.deleteIfExists(page.file());
        removed++;
      }
    }
    for (Page draft : all(newest.getParent(), DRAFT)) {
      if (draft.written().isBefore(now.minus(DRAFTS_AGE))) {
        Files.deleteIfExists(draft.file());
      }
    }
    return removed;
  }

  /** All others, the youngest first. */
  private static List<Page> pages(Path newest) throws IOException {
    return all(newest.getParent(), PAGE).stream()
        .filter(page -> !page.file().equals(newest))
        .sorted(Comparator.comparing(Page::written).thenComparing(Page::file).reversed())
        .toList();
  }

  private static List<Page> all(Path folder, Pattern name) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files =
          entries
              .filter(file -> name.matcher(file.getFileName().toString()).matches())
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .toList();
    }
    List<Page> pages = new ArrayList<>();
    for (Path file : files) {
      pages.add(new Page(file, Files.getLastModifiedTime(file).toInstant(), Files.size(file)));
    }
    return pages;
  }

  private record Page(Path file, Instant written, long bytes) {}
}
