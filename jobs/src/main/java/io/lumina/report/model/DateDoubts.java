package io.lumina.report.model;

import java.util.List;
import java.util.Objects;

/**
 * Pictures and clips whose date a person should look at.
 *
 * @param total how many there are
 * @param byReason reason codes, the most frequent first
 * @param shown the least certain first
 */
public record DateDoubts(long total, List<Tally> byReason, List<DateDoubt> shown) {

  /** Confidence below which a date is doubtful: weaker than a date in the file name. */
  public static final int TRUSTED = 70;

  /** Reason shown for a file without any date. */
  public static final String NO_DATE = "NO_DATE";

  public DateDoubts {
    byReason = List.copyOf(byReason);
    shown = List.copyOf(shown);
  }

  /**
   * One of them.
   *
   * @param relativePath path below its source directory
   * @param sourcePath whole path
   * @param taken the best date
   * @param reasons reason codes
   */
  public record DateDoubt(
      String relativePath, String sourcePath, Picture.Taken taken, List<String> reasons) {
    public DateDoubt {
      Objects.requireNonNull(relativePath, "relativePath");
      Objects.requireNonNull(sourcePath, "sourcePath");
      Objects.requireNonNull(taken, "taken");
      reasons = List.copyOf(reasons);
    }
  }
}
