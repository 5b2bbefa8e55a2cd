package io.lumina.report;

import io.lumina.job.StepResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the page of a run lies.
 *
 * @param page on this machine
 * @param shown what is on it; none where it is the page of an earlier run
 */
public record Reported(Path page, Optional<Shown> shown) implements StepResult {
  private static final String SENTENCE = "Report: ";

  /**
   * What a page shows.
   *
   * @param groups of duplicates in the catalog
   * @param groupsShown those of them that have a place
   * @param pictures that were drawn
   * @param bytes of the page
   */
  public record Shown(long groups, long groupsShown, long pictures, long bytes) {}

  public Reported {
    Objects.requireNonNull(page, "page");
    Objects.requireNonNull(shown, "shown");
  }

  /** The page of an earlier run, from what that one said of itself. */
  public static Optional<Reported> earlier(List<String> said) {
    return said.stream()
        .filter(sentence -> sentence.startsWith(SENTENCE))
        .findFirst()
        .map(sentence -> Path.of(sentence.substring(SENTENCE.length())))
        .map(page -> new Reported(page, Optional.empty()));
  }

  @Override
  public Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    shown.ifPresent(
        drawn -> {
          counts.put("groups", drawn.groups());
          counts.put("groups_shown", drawn.groupsShown());
          counts.put("pictures", drawn.pictures());
          counts.put("bytes", drawn.bytes());
        });
    return counts;
  }

  @Override
  public List<String> sentences() {
    return List.of(SENTENCE + page);
  }
}
