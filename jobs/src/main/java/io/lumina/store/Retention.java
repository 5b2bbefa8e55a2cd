package io.lumina.store;

import java.time.Duration;
import java.time.Instant;

/**
 * How long versions of the tables are kept after they were replaced.
 *
 * @param window zero or more; less than {@link #SAFE} is for tests
 */
public record Retention(Duration window) {
  /** Whoever reads an older version, such as a command without a lock, is done by then. */
  public static final Duration SAFE = Duration.ofDays(1);

  /** The default of {@code store.retention}. */
  public static final Retention DEFAULT = new Retention(Duration.ofDays(30));

  private static final double SECONDS_PER_HOUR = 3600;

  public Retention {
    if (window.isNegative()) {
      throw new IllegalArgumentException("store.retention is " + window + "; give 1 day or more");
    }
  }

  /** What was replaced before this is not kept. */
  public Instant horizon(Instant now) {
    return now.minus(window);
  }

  double hours() {
    return window.toSeconds() / SECONDS_PER_HOUR;
  }

  /** As Delta's table properties have it. */
  String interval() {
    return "interval " + window.toSeconds() + " seconds";
  }
}
