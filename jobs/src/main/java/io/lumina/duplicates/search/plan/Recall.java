package io.lumina.duplicates.search.plan;

import java.util.Locale;

/** Whether every pair within the threshold must be found. */
public enum Recall {
  /** Every pair is found, or the run is refused. */
  GUARANTEED,
  /** A threshold beyond the guarantee is allowed; pairs beyond it are found by luck. */
  BEST_EFFORT;

  /** The name in configuration and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
