package io.lumina.report.model;

import java.util.List;

/**
 * All duplicate groups in numbers, and those that free most.
 *
 * @param groups how many groups there are
 * @param exactGroups how many of them hold only identical files
 * @param files files in all groups, the primaries included
 * @param reclaimableBytes what is free when all but the primaries go
 * @param shown the groups that free most, largest first
 */
public record Duplicates(
    long groups, long exactGroups, long files, long reclaimableBytes, List<DuplicateGroup> shown) {
  public Duplicates {
    shown = List.copyOf(shown);
    if (shown.size() > groups) {
      throw new IllegalArgumentException(
          "There are " + groups + " groups but " + shown.size() + " to show");
    }
  }
}
