package io.lumina.duplicates.search;

import io.lumina.duplicates.HashDistribution;
import io.lumina.duplicates.links.PackedLongs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The plain definition: compares everything with everything. */
public final class Oracle {
  private Oracle() {}

  /** All pairs of different hashes within a threshold. */
  static List<long[]> pairs(long[] hashes, int threshold) {
    long[] distinct = Arrays.stream(hashes).sorted().distinct().toArray();
    List<long[]> pairs = new ArrayList<>();
    for (int i = 0; i < distinct.length; i++) {
      for (int j = 0; j < i; j++) {
        if (Long.bitCount(distinct[i] ^ distinct[j]) <= threshold) {
          pairs.add(new long[] {distinct[j], distinct[i]});
        }
      }
    }
    return pairs;
  }

  /** Hashes of a distribution, and near each of some of them one at each planted distance. */
  public static long[] hashes(
      HashDistribution distribution, int count, int plantedUpTo, long seed) {
    java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
    PackedLongs hashes = new PackedLongs();
    for (int i = 0; i < count; i++) {
      hashes.add(distribution.hash(seed, i));
    }
    for (int i = 0; i < count / 20; i++) {
      for (int distance = 0; distance <= plantedUpTo; distance++) {
        hashes.add(flip(distribution.hash(seed, i), distance, random));
      }
    }
    return hashes.toArray();
  }

  /** A hash with so many bits changed, each another one. */
  public static long flip(long hash, int bits, java.util.SplittableRandom random) {
    long flips = 0;
    while (Long.bitCount(flips) < bits) {
      flips |= 1L << random.nextInt(Long.SIZE);
    }
    return hash ^ flips;
  }
}
