package io.lumina.duplicates;

import io.lumina.duplicates.search.plan.HashSample;
import java.util.Locale;
import java.util.SplittableRandom;

/** Seeded difference hashes for benchmarks and tests. The i-th hash follows from seed and i. */
public enum HashDistribution {
  /** All 64 bits at random: the least that a search has to do. */
  UNIFORM {
    @Override
    public long hash(long seed, long index) {
      return HashSample.mix(seed * 0x9e3779b97f4a7c15L ^ HashSample.mix(index + 1));
    }
  },
  /**
   * Difference hashes of smooth random pictures: one broad light across the frame, two finer ones,
   * a little noise. Bits depend on their neighbours, simple pictures come in masses, and a million
   * of them have some 49 million pairs of distinct hashes within five bits.
   */
  SKEW {
    @Override
    public long hash(long seed, long index) {
      return SmoothPicture.random(new SplittableRandom(UNIFORM.hash(seed, index))).dhash();
    }
  },
  /** One hash for all. */
  EQUAL {
    @Override
    public long hash(long seed, long index) {
      return UNIFORM.hash(seed, 0);
    }
  };

  /** The hash of a position. */
  public abstract long hash(long seed, long index);

  /** The name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
