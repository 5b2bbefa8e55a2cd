package io.lumina.duplicates.search.plan;

/**
 * Where in the nested banding a comparison takes place. A pair counts where its lowest band finds
 * it, so that no pair counts twice.
 *
 * @param bands the bands of this level
 * @param band the one that is being searched
 * @param flips bits that may differ inside a band
 * @param outer the level around it; null at the outermost
 */
public record Level(Bands bands, int band, int flips, Level outer) {

  /** Whether the band is the first that holds a pair with this difference, here and further out. */
  public boolean isFirst(long difference) {
    for (Level level = this; level != null; level = level.outer) {
      if (level.bands.firstWithin(difference, level.flips) != level.band) {
        return false;
      }
    }
    return true;
  }
}
