package io.lumina.scan.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a scan looks at.
 *
 * @param roots source directories
 * @param listing a CSV or Parquet file with path, size and modified to read instead of walking
 * @param names which names are media, sidecars or nothing
 * @param closed folders of Lumina itself, which are not entered, in the form of the roots
 * @param followLinks whether symbolic links are followed; a loop ends in any case
 * @param maxMissingFraction share of a root's files, 0-1, whose disappearance stops the run
 * @param acceptMissing whether the guard is off for this run
 */
public record ScanConfig(
    SourceRoots roots,
    Optional<String> listing,
    NameRules names,
    List<String> closed,
    boolean followLinks,
    double maxMissingFraction,
    boolean acceptMissing) {

  public ScanConfig {
    Objects.requireNonNull(roots, "roots");
    Objects.requireNonNull(listing, "listing");
    Objects.requireNonNull(names, "names");
    closed = List.copyOf(closed);
    if (!(maxMissingFraction >= 0 && maxMissingFraction <= 1)) {
      throw new IllegalArgumentException(
          "scan.max-missing-fraction is " + maxMissingFraction + "; it must lie in 0..1");
    }
  }

  /** The same, with one folder more that is not entered. */
  public ScanConfig alsoClosed(String folder) {
    List<String> all = new ArrayList<>(closed);
    all.add(folder);
    return new ScanConfig(
        roots, listing, names, all, followLinks, maxMissingFraction, acceptMissing);
  }
}
