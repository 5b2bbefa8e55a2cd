package io.lumina.duplicates.search.plan;

import java.io.Serializable;

/** Which keys of a band take part in a search. */
public interface KeyFilter extends Serializable {
  /** Every key. */
  KeyFilter ALL = new All();

  /**
   * Whether hashes with a key are looked at.
   *
   * @param pass number of the pass
   * @param key as {@link Bands#key} makes it
   */
  boolean takes(int pass, int band, int key);

  /** Takes every key. */
  final class All implements KeyFilter {
    @Override
    public boolean takes(int pass, int band, int key) {
      return true;
    }

    private Object readResolve() {
      return ALL;
    }
  }
}
