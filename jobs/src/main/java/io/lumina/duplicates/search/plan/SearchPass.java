package io.lumina.duplicates.search.plan;

import io.lumina.duplicates.rule.HashFamily;
import java.io.Serializable;

/**
 * The search by one hash, divided into shards: one for each band and each value of the first bits
 * of its key.
 *
 * @param family the hash
 * @param plan bands and flips
 * @param prefixBits bits of the key that choose the shard
 */
public record SearchPass(HashFamily family, BandPlan plan, int prefixBits) implements Serializable {
  /** A task sorts up to about so many hashes. */
  static final long HASHES_PER_SHARD = 1_500_000;

  private static final int MAX_PREFIX_BITS = 10;

  /** A pass with enough shards for a number of hashes, and at least as many as asked for. */
  public static SearchPass of(HashFamily family, BandPlan plan, long hashes, int shards) {
    int prefixBits = 0;
    int most = Math.min(MAX_PREFIX_BITS, Long.SIZE / plan.bands() - 1);
    while (prefixBits < most
        && (hashes >> prefixBits > HASHES_PER_SHARD || plan.bands() << prefixBits < shards)) {
      prefixBits++;
    }
    return new SearchPass(family, plan, prefixBits);
  }

  public int shards() {
    return plan.bands() << prefixBits;
  }

  public Bands bands() {
    return Bands.of(plan.bands(), Bands.MAX_KEY_BITS);
  }

  public int shard(int band, int key) {
    return band << prefixBits | key & prefixMask();
  }

  public int bandOf(int shard) {
    return shard >>> prefixBits;
  }

  /** The key without the bits that all hashes of a shard share. */
  public int rest(int key) {
    return key >>> prefixBits;
  }

  private int prefixMask() {
    return (1 << prefixBits) - 1;
  }
}
