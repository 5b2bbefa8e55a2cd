package io.lumina.metrics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * What tasks count beside what Spark measures of each: named accumulators, whose updates come with
 * the end of every task. A task that is tried again counts twice.
 */
public enum TaskCounter {
  /** Files of the sources that were opened. */
  FILES_READ,
  /** Bytes of them that were read. */
  BYTES_READ,
  /** Nanoseconds for which tasks waited for the storage of the sources. */
  READ_NANOS,
  /**
   * Nanoseconds for which tasks waited for an analysis, on a thread or in a process beside them.
   */
  ANALYSIS_NANOS,
  /** JPEGs that our own decoder decoded. */
  JPEGS_BY_US,
  /** JPEGs that OpenCV decoded: small ones, broken ones, and kinds that ours does not take. */
  JPEGS_BY_OPENCV;

  private static final String PREFIX = "lumina.";

  /** A new accumulator of this counter, known to the context. */
  public LongAccumulator register(SparkContext spark) {
    return spark.longAccumulator(PREFIX + label());
  }

  /** The name in counts and metrics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The counter that an accumulator belongs to. */
  static Optional<TaskCounter> of(String accumulator) {
    return accumulator.startsWith(PREFIX)
        ? Arrays.stream(values())
            .filter(counter -> accumulator.endsWith("." + counter.label()))
            .findFirst()
        : Optional.empty();
  }
}
