package io.lumina.report.model;

import java.util.List;
import java.util.Objects;

/**
 * Files that are damaged or could not be read.
 *
 * @param total how many there are
 * @param bySeverity severe, moderate, minor and unread, those that occur
 * @param byReason the most frequent reasons first
 * @param shown the worst first
 */
public record BrokenFiles(
    long total, List<Tally> bySeverity, List<Tally> byReason, List<BrokenFile> shown) {

  /** Severity shown for a file that could not be opened, so that its damage is unknown. */
  public static final String UNREAD = "unread";

  public BrokenFiles {
    bySeverity = List.copyOf(bySeverity);
    byReason = List.copyOf(byReason);
    shown = List.copyOf(shown);
  }

  /**
   * One of them.
   *
   * @param relativePath path below its source directory
   * @param sourcePath whole path
   * @param severity severe, moderate, minor or unread
   * @param reasons what is wrong, the worst first
   */
  public record BrokenFile(
      String relativePath, String sourcePath, String severity, List<Reason> reasons) {
    public BrokenFile {
      Objects.requireNonNull(relativePath, "relativePath");
      Objects.requireNonNull(sourcePath, "sourcePath");
      Objects.requireNonNull(severity, "severity");
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * What is wrong with a file.
   *
   * @param code such as truncated
   * @param detail one line for a person; may be empty
   */
  public record Reason(String code, String detail) {
    public Reason {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(detail, "detail");
    }
  }
}
