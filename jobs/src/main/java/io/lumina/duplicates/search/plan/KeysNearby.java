package io.lumina.duplicates.search.plan;

import java.util.List;

/**
 * The keys within the flips of some hashes, a bit each: a pair with one of these hashes meets in no
 * other bucket, so all that lies elsewhere can stay where it is.
 */
public final class KeysNearby implements KeyFilter {
  /** Marking costs more than it saves when it would set the average bit so often. */
  private static final int SATURATION = 4;

  /** By pass and band; empty where every key is taken. */
  private final long[][][] marked;

  private KeysNearby(long[][][] marked) {
    this.marked = marked;
  }

  /**
   * Marks keys.
   *
   * @param passes of the search
   * @param hashes one array of hashes for each pass
   */
  public static KeysNearby of(List<SearchPass> passes, List<long[]> hashes) {
    long[][][] marked = new long[passes.size()][][];
    for (int i = 0; i < marked.length; i++) {
      marked[i] = marked(passes.get(i), hashes.get(i));
    }
    return new KeysNearby(marked);
  }

  @Override
  public boolean takes(int pass, int band, int key) {
    long[] bits = marked[pass][band];
    return bits.length == 0 || (bits[key >>> 6] >>> key & 1) != 0;
  }

  private static long[][] marked(SearchPass pass, long[] hashes) {
    Bands bands = pass.bands();
    long[][] marked = new long[bands.count()][];
    for (int band = 0; band < marked.length; band++) {
      int keyBits = bands.keyBits(band);
      int flips = pass.plan().flips();
      boolean worth =
          (double) hashes.length * Flips.upTo(keyBits, flips) <= Math.scalb(SATURATION, keyBits);
      marked[band] = worth ? marked(bands, band, Flips.of(keyBits, flips), hashes) : new long[0];
    }
    return marked;
  }

  private static long[] marked(Bands bands, int band, Flips flips, long[] hashes) {
    long[] bits = new long[Math.max(1, 1 << bands.keyBits(band) >>> 6)];
    for (long hash : hashes) {
      int key = bands.key(hash, band);
      for (int count = 0; count < flips.counts(); count++) {
        for (int flip : flips.exactly(count)) {
          int near = key ^ flip;
          bits[near >>> 6] |= 1L << near;
        }
      }
    }
    return bits;
  }
}
