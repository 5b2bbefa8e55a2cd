package io.lumina.duplicates;

import java.util.Locale;

/** What a burst means to duplicates. */
public enum BurstMode {
  /** Two frames of one burst are no pair; a copy of a frame elsewhere is. */
  EXCLUDE_PAIRS,
  /** Frames of bursts take no part at all. */
  EXCLUDE_ALL;

  /** The name in configuration and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
