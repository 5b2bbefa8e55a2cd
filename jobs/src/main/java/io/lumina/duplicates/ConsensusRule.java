package io.lumina.duplicates;

import java.util.List;

/**
 * Any of three hashes finds a pair; PDQ and the aspect ratio confirm it. The limits are those
 * measured in the decision record on the accept rule.
 *
 * @param bits of difference up to which difference and average hash find
 */
public record ConsensusRule(int bits) implements AcceptRule {
  /** PDQ bits of difference, of 256, that still confirm. */
  public static final int MAX_PDQ_DISTANCE = 80;

  /** How far two aspect ratios may lie apart: the larger is at most so many times the smaller. */
  public static final double MAX_ASPECT_RATIO = 1.06;

  @Override
  public List<HashFamily> families() {
    return List.of(HashFamily.DHASH, HashFamily.AHASH, HashFamily.WHASH);
  }

  /** The wavelet hash scatters less, and finds one bit closer. */
  @Override
  public int threshold(HashFamily family) {
    return family == HashFamily.WHASH ? Math.max(Math.min(bits, 1), bits - 1) : bits;
  }

  @Override
  public boolean needsEvidence() {
    return true;
  }

  @Override
  public boolean confirms(long[] a, int atA, long[] b, int atB) {
    return Evidence.pdqDistance(a, atA, b, atB) <= MAX_PDQ_DISTANCE
        && Evidence.version(a, atA) == Evidence.version(b, atB)
        && aspectRatio(a, atA, b, atB) <= MAX_ASPECT_RATIO;
  }

  @Override
  public List<Clause> conditions(long[] a, int atA, long[] b, int atB) {
    return List.of(
        new Clause("pdq", Evidence.pdqDistance(a, atA, b, atB), MAX_PDQ_DISTANCE),
        new Clause("aspect ratio", aspectRatio(a, atA, b, atB), MAX_ASPECT_RATIO),
        new Clause(
            "hash version", Math.abs(Evidence.version(a, atA) - Evidence.version(b, atB)), 0));
  }

  @Override
  public String sentence() {
    return ("Near means dhash or ahash within %d bits or whash within %d, PDQ within %d of 256, and"
            + " aspect ratios within %.0f %%.")
        .formatted(
            bits, threshold(HashFamily.WHASH), MAX_PDQ_DISTANCE, 100 * (MAX_ASPECT_RATIO - 1));
  }

  /** How many times the larger aspect ratio the smaller is; at least 1. */
  private static double aspectRatio(long[] a, int atA, long[] b, int atB) {
    double one = (double) Evidence.longSide(a, atA) * Evidence.shortSide(b, atB);
    double other = (double) Evidence.longSide(b, atB) * Evidence.shortSide(a, atA);
    return Math.max(one, other) / Math.min(one, other);
  }
}
