package io.lumina.duplicates.search;

/** What a search has to look for. */
public sealed interface SearchScope {
  /** Every pair. */
  SearchScope EVERYTHING = new Everything();

  /** Whether other pictures are compared than before. */
  boolean changed();

  /** Every pair. */
  record Everything() implements SearchScope {
    @Override
    public boolean changed() {
      return true;
    }
  }

  /**
   * The pairs of some nodes with all.
   *
   * @param fresh those nodes, two equal longs each
   * @param links links between the other nodes that are known, two longs each
   * @param changed whether pictures came or went
   */
  record Changes(long[] fresh, long[] links, boolean changed) implements SearchScope {
    long nodes() {
      return fresh.length / 2;
    }
  }
}
