package io.lumina.score;

/**
 * How many of how many.
 *
 * @param found 0 to all
 * @param all 0 and more
 */
public record Share(long found, long all) {
  public Share {
    if (found < 0 || found > all) {
      throw new IllegalArgumentException("Found are " + found + " of " + all);
    }
  }

  /** Nothing of nothing. */
  static final Share NONE = new Share(0, 0);

  /** Whether all were found. */
  public boolean isWhole() {
    return found == all;
  }

  static Share of(boolean found) {
    return new Share(found ? 1 : 0, 1);
  }

  Share plus(Share other) {
    return new Share(found + other.found, all + other.all);
  }

  @Override
  public String toString() {
    return found + "/" + all;
  }
}
