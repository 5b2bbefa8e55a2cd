package io.lumina.meta.field;

import java.util.Optional;

/** The stars that people give: 0 to 5, or -1 for what they reject. */
final class Rating {
  private static final int REJECTED = -1;
  private static final int MOST = 5;

  /** Windows writes 1, 25, 50, 75 and 99; each percentage belongs to the nearest of them. */
  private static final double PERCENT_OF_A_STAR = 25;

  private Rating() {}

  /** The same number where it is one of stars. */
  static Optional<Integer> ofStars(double stars) {
    return Optional.of(stars)
        .filter(number -> number == Math.rint(number) && number >= REJECTED && number <= MOST)
        .map(Double::intValue);
  }

  /** Stars of a percentage; 0 says that none were given. */
  static Optional<Integer> ofPercent(double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      return Optional.empty();
    }
    return Optional.of(percent == 0 ? 0 : 1 + (int) Math.round(percent / PERCENT_OF_A_STAR));
  }
}
