package io.lumina.report;

import io.lumina.report.model.Heading;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Where the report of a run lies. A reader finds a whole page or none: it is written beside and
 * renamed.
 *
 * @param page the report of the run
 * @param latest a copy of the newest report of the catalog
 */
public record ReportFile(Path page, Path latest) {
  private static final int LONGEST_NAME = 60;
  private static final int ID_DIGITS = 8;

  /** {@code <home>/reports/<catalog>/<run>.html} and {@code latest.html} beside it. */
  public static ReportFile of(Path home, Heading heading) {
    Path folder =
        home.resolve("reports").resolve(folder(heading.catalogName(), heading.catalogId()));
    return new ReportFile(
        folder.resolve(safe(heading.runId()) + ".html"), folder.resolve("latest.html"));
  }

  /**
   * Writes both.
   *
   * @return bytes of one
   * @throws IOException when there is no room or no right to write
   */
  long write(Consumer<Appendable> content) throws IOException {
    Files.createDirectories(page.getParent());
    Path draft = page.resolveSibling("." + page.getFileName() + ".tmp");
    try {
      try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
        content.accept(writer);
      }
      Files.move(draft, page, StandardCopyOption.ATOMIC_MOVE);
      Files.copy(page, draft, StandardCopyOption.REPLACE_EXISTING);
      Files.move(draft, latest, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
    return Files.size(page);
  }

  /** A name that had to be changed carries the id, so that two of them cannot meet. */
  private static String folder(String catalogName, UUID id) {
    String safe = safe(catalogName);
    return safe.equals(catalogName) ? safe : safe + "-" + id.toString().substring(0, ID_DIGITS);
  }

  /** Letters, digits, dots, dashes and spaces inside; no name that means something to a shell. */
  private static String safe(String name) {
    String safe = name.replaceAll("[^\\p{L}\\p{M}\\p{N}._ -]", "_").replaceAll("^[. -]|[. ]$", "_");
    String filled = safe.isEmpty() ? "_" : safe;
    return filled.codePointCount(0, filled.length()) <= LONGEST_NAME
        ? filled
        : filled.substring(0, filled.offsetByCodePoints(0, LONGEST_NAME));
  }
}
