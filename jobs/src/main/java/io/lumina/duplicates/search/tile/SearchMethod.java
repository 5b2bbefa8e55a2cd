package io.lumina.duplicates.search.tile;

import java.util.Locale;

/** How near pairs are found. Every way finds the same ones. */
public enum SearchMethod {
  /** Banded search on CPUs: looks at few pairs and misses none. */
  BANDS,
  /** Every pair on GPUs; the bands where that fails. */
  GPU,
  /** Every pair on CPUs: the definition, for small catalogs. */
  ALL_PAIRS;

  /** The name in configuration and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
