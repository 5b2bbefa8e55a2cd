package io.lumina.analyze.read;

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
 * @param decodeBytes memory that decoding one picture at once may take; larger ones are decoded
 *     piece by piece, where their format allows
 */
public record AnalyzeConfig(
    long maxPixels,
    long maxBytesInMemory,
    Duration perFile,
    double maxFailedFraction,
    long batchBytes,
    Scope scope,
    ListedTimes listedTimes,
    boolean isRepairing,
    long decodeBytes)
    implements Serializable {

  /** An array of Java holds no more, and decoders want a few bytes behind the content. */
  static final long MOST_IN_MEMORY = 2047L << 20;

  private static final long USUAL_DECODE = 512L << 20;

  public AnalyzeConfig {
    Objects.requireNonNull(perFile, "perFile");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(listedTimes, "listedTimes");
    positive("analyze.max-pixels", maxPixels);
    positive("analyze.max-bytes-in-memory", maxBytesInMemory);
    positive("analyze.time-per-file", perFile.toMillis());
    positive("analyze.batch-bytes", batchBytes);
    positive("analyze.decode-memory", decodeBytes);
    if (maxBytesInMemory > MOST_IN_MEMORY) {
      throw new IllegalArgumentException(
          "analyze.max-bytes-in-memory is "
              + maxBytesInMemory
              + "; give 2047 MiB or less: one file is held in one array");
    }
    if (!(maxFailedFraction >= 0 && maxFailedFraction <= 1)) {
      throw new IllegalArgumentException(
          "analyze.max-failed-fraction is " + maxFailedFraction + "; it must lie in 0..1");
    }
  }

  /** With the usual memory for a decode. */
  public AnalyzeConfig(
      long maxPixels,
      long maxBytesInMemory,
      Duration perFile,
      double maxFailedFraction,
      long batchBytes,
      Scope scope,
      ListedTimes listedTimes,
      boolean isRepairing) {
    this(
        maxPixels,
        maxBytesInMemory,
        perFile,
        maxFailedFraction,
        batchBytes,
        scope,
        listedTimes,
        isRepairing,
        USUAL_DECODE);
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

  /** The same, reading what is new. */
  public AnalyzeConfig ofNews() {
    return new AnalyzeConfig(
        maxPixels,
        maxBytesInMemory,
        perFile,
        maxFailedFraction,
        batchBytes,
        Scope.NEW,
        listedTimes,
        isRepairing,
        decodeBytes);
  }

  private static void positive(String key, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(key + " is " + value + "; it must be above 0");
    }
  }
}
