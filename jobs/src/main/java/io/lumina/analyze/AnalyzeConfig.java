package io.lumina.analyze;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * How contents are read.
 *
 * @param maxPixels pictures with more are not decoded
 * @param maxBytesInMemory larger files are hashed by streaming, their picture is skipped
 * @param perFile a file that takes longer costs one row
 * @param maxFailedFraction share of the files read, 0-1, above which the run ends with exit 6; what
 *     failed in the last run for the same reason counts neither here nor there
 * @param batchBytes about as much is read between two commits; what a killed run loses at most
 * @param scope which files are read
 * @param listedTimes what the times of the listing are worth
 * @param isRepairing whether a run before this one may have died between two commits that belong
 *     together
 */
public record AnalyzeConfig(
    long maxPixels,
    long maxBytesInMemory,
    Duration perFile,
    double maxFailedFraction,
    long batchBytes,
    Scope scope,
    ListedTimes listedTimes,
    boolean isRepairing)
    implements Serializable {

  public AnalyzeConfig {
    Objects.requireNonNull(perFile, "perFile");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(listedTimes, "listedTimes");
    positive("analyze.max-pixels", maxPixels);
    positive("analyze.max-bytes-in-memory", maxBytesInMemory);
    positive("analyze.time-per-file", perFile.toMillis());
    positive("analyze.batch-bytes", batchBytes);
    if (maxBytesInMemory > Integer.MAX_VALUE - 64) {
      throw new IllegalArgumentException(
          "analyze.max-bytes-in-memory is " + maxBytesInMemory + "; the most is 2 GiB");
    }
    if (!(maxFailedFraction >= 0 && maxFailedFraction <= 1)) {
      throw new IllegalArgumentException(
          "analyze.max-failed-fraction is " + maxFailedFraction + "; it must lie in 0..1");
    }
  }

  /** Reads what is new, of files that a walk has listed. */
  public AnalyzeConfig(
      long maxPixels,
      long maxBytesInMemory,
      Duration perFile,
      double maxFailedFraction,
      long batchBytes) {
    this(
        maxPixels,
        maxBytesInMemory,
        perFile,
        maxFailedFraction,
        batchBytes,
        Scope.NEW,
        ListedTimes.OF_FILES,
        false);
  }

  private static void positive(String key, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(key + " is " + value + "; it must be above 0");
    }
  }
}
