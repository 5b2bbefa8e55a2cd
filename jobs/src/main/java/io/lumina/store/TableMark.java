package io.lumina.store;

import java.util.Objects;

/**
 * One version of a table, told from all others that ever have its number: after a restore from a
 * backup the same numbers come again with other commits.
 *
 * @param version from 0
 * @param commit follows from what the log says of the commit: its time, writer and transaction
 */
public record TableMark(long version, String commit) {
  /** Of a commit that the log does not have any more. */
  private static final String UNKNOWN = "unknown";

  public TableMark {
    Objects.requireNonNull(commit, "commit");
  }

  static TableMark unknown(long version) {
    return new TableMark(version, UNKNOWN);
  }

  /**
   * What {@link #toString} wrote.
   *
   * @throws IllegalArgumentException when it did not
   */
  public static TableMark parse(String text) {
    int space = text.indexOf(' ');
    if (space < 0) {
      throw new IllegalArgumentException("'" + text + "' is no version and commit");
    }
    return new TableMark(Long.parseLong(text.substring(0, space)), text.substring(space + 1));
  }

  /** Whether both are surely the same commit; nobody can say so of one that the log has lost. */
  public boolean isSurely(TableMark other) {
    return equals(other) && !commit.equals(UNKNOWN);
  }

  @Override
  public String toString() {
    return version + " " + commit;
  }
}
