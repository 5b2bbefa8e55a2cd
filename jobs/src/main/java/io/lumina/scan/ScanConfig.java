package io.lumina.scan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a scan looks at.
 *
 * @param roots source directories, as plain paths or Hadoop URIs
 * @param listing a CSV or Parquet file with path, size and modified to read instead of walking
 * @param names which names are media, sidecars or nothing
 * @param followLinks whether symbolic links are followed; a loop ends in any case
 * @param maxMissingFraction share of a root's files, 0-1, whose disappearance stops the run
 * @param acceptMissing whether the guard is off for this run
 */
public record ScanConfig(
    List<String> roots,
    Optional<String> listing,
    NameRules names,
    boolean followLinks,
    double maxMissingFraction,
    boolean acceptMissing) {

  public ScanConfig {
    roots = List.copyOf(roots);
    Objects.requireNonNull(listing, "listing");
    Objects.requireNonNull(names, "names");
    if (roots.isEmpty()) {
      throw new IllegalArgumentException("A scan needs at least one source directory");
    }
    if (!(maxMissingFraction >= 0 && maxMissingFraction <= 1)) {
      throw new IllegalArgumentException(
          "scan.max-missing-fraction is " + maxMissingFraction + "; it must lie in 0..1");
    }
  }
}
