package io.lumina.duplicates;

/** What a search has to look for. */
public sealed interface SearchScope {
  /** Every pair. */
  SearchScope EVERYTHING = new Everything();

  /** Every pair. */
  record Everything() implements SearchScope {}

  /**
   * The pairs of some nodes with all.
   *
   * @param fresh those nodes, two equal longs each
   * @param links links between the other nodes that are known, two longs each
   */
  record Changes(long[] fresh, long[] links) implements SearchScope {
    long nodes() {
      return fresh.length / 2;
    }
  }
}
