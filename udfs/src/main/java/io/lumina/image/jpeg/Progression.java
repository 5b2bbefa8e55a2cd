package io.lumina.image.jpeg;

import java.util.Arrays;

/** Which bits of which coefficients the scans of a picture brought so far. */
final class Progression {
  private static final int MOST_BITS_LEFT = 13;

  /** Where none of so many coefficients came, libjpeg guesses the first one from its neighbours. */
  private static final int GUESSED_FROM = 9;

  /** Lowest bit that is known, by component and coefficient; -1 where none is. */
  private final int[][] known;

  Progression(int components) {
    known = new int[components][64];
    for (int[] component : known) {
      Arrays.fill(component, -1);
    }
  }

  /** Takes in a scan; false where it does not follow from those before. */
  boolean take(Scan scan, boolean progressive) {
    boolean follows =
        progressive
            ? isPossible(scan)
            : scan.isSequential() && Arrays.stream(scan.components()).allMatch(c -> isNew(c));
    for (int component : scan.components()) {
      follows &= scan.start() == 0 || known[component][0] >= 0;
      for (int k = scan.start(); k <= Math.min(63, scan.end()); k++) {
        follows &= scan.high() == Math.max(0, known[component][k]);
        follows &= scan.high() == 0 == known[component][k] < 0;
        known[component][k] = scan.low();
      }
    }
    return follows;
  }

  private boolean isNew(int component) {
    return known[component][0] < 0;
  }

  private static boolean isPossible(Scan scan) {
    boolean band =
        scan.start() == 0
            ? scan.end() == 0
            : scan.isAlone() && scan.end() >= scan.start() && scan.end() < 64;
    boolean bits = scan.high() == 0 || scan.low() == scan.high() - 1;
    return band && bits && scan.low() <= MOST_BITS_LEFT;
  }

  /** Whether the first coefficients of the brightness are taken as they came. */
  boolean isSettled() {
    boolean settled = true;
    for (int[] component : known) {
      settled &= component[0] >= 0;
    }
    for (int k = 1; k <= GUESSED_FROM; k++) {
      settled &= known[0][k] >= 0;
    }
    return settled;
  }
}
