package io.lumina.report.model;

import java.util.List;
import java.util.Objects;

/**
 * Files at which nobody could look: a limit or a lack of ours, no damage.
 *
 * @param total how many there are
 * @param byReason the most frequent reasons first
 * @param shown some of them, by path
 */
public record UnseenFiles(long total, List<Tally> byReason, List<UnseenFile> shown) {
  /** Everything was looked at. */
  public static final UnseenFiles NONE = new UnseenFiles(0, List.of(), List.of());

  public UnseenFiles {
    byReason = List.copyOf(byReason);
    shown = List.copyOf(shown);
  }

  /**
   * One of them.
   *
   * @param relativePath path below its source directory
   * @param sourcePath whole path
   * @param detail the value and the limit
   */
  public record UnseenFile(String relativePath, String sourcePath, String detail) {
    public UnseenFile {
      Objects.requireNonNull(relativePath, "relativePath");
      Objects.requireNonNull(sourcePath, "sourcePath");
      Objects.requireNonNull(detail, "detail");
    }
  }
}
