package io.lumina.duplicates.search.plan;

/**
 * How one 64-bit hash is searched: in {@code bands} parts, each of which may differ in up to {@code
 * flips} bits. Two hashes that differ in at most {@code bands * (flips + 1) - 1} bits differ in at
 * most {@code flips} bits of at least one band, so every such pair is found.
 *
 * @param bands parts of the hash, 1 to 64
 * @param flips bits that may differ inside a band
 * @param threshold bits that may differ in all
 * @param predicted expected number of candidates
 */
public record BandPlan(int bands, int flips, int threshold, double predicted)
    implements java.io.Serializable {

  public BandPlan {
    if (bands < 1 || bands > Long.SIZE || flips < 0 || flips > Long.SIZE) {
      throw new IllegalArgumentException(
          "A 64-bit hash cannot have " + bands + " bands with " + flips + " flips");
    }
    if (threshold < 0 || threshold > Long.SIZE) {
      throw new IllegalArgumentException("A threshold has 0 to 64 bits, not " + threshold);
    }
  }

  /** Every pair that differs in at most so many bits is found. */
  public int guarantee() {
    return Math.min(Long.SIZE, bands * (flips + 1) - 1);
  }

  /** Whether every pair within the threshold is found. */
  public boolean exact() {
    return guarantee() >= threshold;
  }

  /** A sentence for the report. */
  public String sentence(String hash) {
    String plan =
        hash
            + ": "
            + some(String.valueOf(bands), "band")
            + " with "
            + some(String.valueOf(flips), "flip");
    return exact()
        ? "%s find every pair up to %d bits (asked for: %d)".formatted(plan, guarantee(), threshold)
        : "%s find every pair up to %d bits, but only some of those up to %d (best effort)"
            .formatted(plan, guarantee(), threshold);
  }

  /** Number and thing; the thing in the plural, unless it is one. */
  static String some(String number, String thing) {
    return number + " " + thing + (number.equals("1") ? "" : "s");
  }
}
