package io.lumina.score;

import java.util.List;
import java.util.Map;

/**
 * How well found pairs agree with labels.
 *
 * @param truePairs found of those that must be found
 * @param hard found of the hard ones; they count for nothing
 * @param burst found of those of two shots of one moment; they count for nothing
 * @param falsePositives found, and should not be
 * @param transforms found pairs of an original and what was made from it, by transform
 * @param falsePairs the first of the false ones, by name
 * @param missedPairs the first of the true ones that were not found, by name
 * @param negatives what was found of pictures that must not be found
 */
public record Score(
    Share truePairs,
    Share hard,
    Share burst,
    long falsePositives,
    Map<String, Share> transforms,
    List<FilePair> falsePairs,
    List<FilePair> missedPairs,
    HardNegatives negatives) {

  /** Share of what was found that is right; 1 when nothing was found. */
  public double precision() {
    long found = truePairs.found() + falsePositives;
    return found == 0 ? 1 : (double) truePairs.found() / found;
  }

  /** Share of what is right that was found; 0 when nothing is. */
  public double recall() {
    return truePairs.all() == 0 ? 0 : (double) truePairs.found() / truePairs.all();
  }

  /** The harmonic mean of both. */
  public double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
}
