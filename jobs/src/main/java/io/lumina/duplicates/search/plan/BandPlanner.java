package io.lumina.duplicates.search.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses bands and flips by what they would cost: copies shipped, probes made, candidates
 * compared. Candidates are predicted from a sample of the real hashes, since real pictures share
 * far more bits than random ones.
 */
public final class BandPlanner {
  /** Measured on 64-bit hashes: what shipping and sorting one hash costs, in comparisons. */
  private static final double COST_OF_COPY = 100;

  /** What looking into a bucket costs, in comparisons. */
  private static final double COST_OF_PROBE = 2;

  private BandPlanner() {}

  /**
   * The cheapest plan for a threshold.
   *
   * @param guaranteed the plan is exact for thresholds up to here
   */
  public static BandPlan choose(int threshold, int guaranteed, HashSample sample) {
    return candidates(threshold, guaranteed, sample).stream()
        .min(Comparator.comparingDouble((BandPlan plan) -> cost(plan, sample.count())))
        .orElseThrow();
  }

  /** Every plan that is worth a thought, with its prediction: more flips only for fewer bands. */
  public static List<BandPlan> candidates(int threshold, int guaranteed, HashSample sample) {
    int exactTo = Math.min(threshold, guaranteed);
    List<BandPlan> plans = new ArrayList<>();
    int fewest = Integer.MAX_VALUE;
    for (int flips = 0; flips <= exactTo; flips++) {
      int bands = exactTo / (flips + 1) + 1;
      if (bands < fewest) {
        fewest = bands;
        plans.add(new BandPlan(bands, flips, threshold, predict(bands, flips, sample)));
      }
    }
    return plans;
  }

  static double cost(BandPlan plan, long count) {
    Bands bands = Bands.of(plan.bands(), keyBits(count));
    double probes = 0;
    for (int band = 0; band < bands.count(); band++) {
      probes += 0.5 * Flips.upTo(bands.keyBits(band), plan.flips());
    }
    return count * (COST_OF_COPY * plan.bands() + COST_OF_PROBE * probes) + plan.predicted();
  }

  /** Expected comparisons: as in the sample, and no fewer than among random hashes. */
  private static double predict(int bandCount, int flips, HashSample sample) {
    Bands bands = Bands.of(bandCount, keyBits(sample.count()));
    double pairs = 0.5 * sample.count() * (sample.count() - 1);
    double atRandom = 0;
    for (int band = 0; band < bandCount; band++) {
      atRandom += Flips.upTo(bands.keyBits(band), flips) / Math.scalb(1.0, bands.keyBits(band));
    }
    long[] hashes = sample.hashes();
    if (hashes.length < 2) {
      return pairs * atRandom;
    }
    long hits = 0;
    for (int band = 0; band < bandCount; band++) {
      long mask = bands.keyMask(band);
      for (int i = 0; i < hashes.length; i++) {
        for (int j = 0; j < i; j++) {
          if (Long.bitCount((hashes[i] ^ hashes[j]) & mask) <= flips) {
            hits++;
          }
        }
      }
    }
    double inSample = hits / (0.5 * hashes.length * (hashes.length - 1));
    return pairs * Math.max(atRandom, inSample);
  }

  /** Bits of the keys that a task sorts by. */
  private static int keyBits(long count) {
    return KeyTable.usefulBits(Bands.MAX_KEY_BITS, (int) Math.min(count, Integer.MAX_VALUE));
  }
}
