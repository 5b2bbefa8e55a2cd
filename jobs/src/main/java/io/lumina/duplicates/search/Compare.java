package io.lumina.duplicates.search;

/** Which pictures a run compares. */
public enum Compare {
  /** Those that are new since the last run, with all. */
  NEW,
  /** All with all. */
  ALL
}
