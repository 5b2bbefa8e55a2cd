package io.lumina.burst;

/**
 * What makes a burst where no burst id and no file name tells.
 *
 * @param seconds longest gap between two frames when the camera writes fractions of a second
 * @param wholeSeconds longest gap when it does not
 * @param alikeSeconds longest gap between two frames that look alike; 0 to go by time alone
 * @param alikeBits difference-hash bits up to which two frames look alike, 0-64
 * @param metres farthest distance between two frames that both know their place
 * @param minimumFrames fewest frames, at least 2
 * @param minimumConfidence least date confidence of a frame, 0-100
 */
public record BurstsConfig(
    double seconds,
    double wholeSeconds,
    double alikeSeconds,
    int alikeBits,
    double metres,
    int minimumFrames,
    int minimumConfidence) {

  /** docs/specification.md, Bursts; the gap of frames that look alike is decision 031. */
  public static final BurstsConfig DEFAULT = new BurstsConfig(1.0, 2.0, 3.0, 15, 10, 3, 70);

  public BurstsConfig {
    between("bursts.seconds", seconds, 0, 60);
    between("bursts.whole-seconds", wholeSeconds, 0, 60);
    between("bursts.alike-seconds", alikeSeconds, 0, 60);
    between("bursts.alike-bits", alikeBits, 0, 64);
    between("bursts.metres", metres, 0, 10_000);
    between("bursts.minimum-frames", minimumFrames, 2, 1_000);
    between("bursts.minimum-confidence", minimumConfidence, 0, 100);
  }

  /** The same by time alone. */
  public BurstsConfig byTimeAlone() {
    return new BurstsConfig(
        seconds, wholeSeconds, 0, alikeBits, metres, minimumFrames, minimumConfidence);
  }

  private static void between(String key, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "%s is %s, but must lie between %s and %s".formatted(key, value, low, high));
    }
  }
}
