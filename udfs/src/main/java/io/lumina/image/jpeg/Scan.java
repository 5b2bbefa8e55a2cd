package io.lumina.image.jpeg;

import java.util.Optional;

/**
 * A scan header (ITU-T T.81 B.2.3).
 *
 * @param components places in the frame; -1 for one that is not there
 * @param dc Huffman table of each for first coefficients
 * @param ac Huffman table of each for the others
 * @param start first coefficient
 * @param end last coefficient
 * @param high bits that were left out before
 * @param low bits that are left out now
 */
record Scan(int[] components, int[] dc, int[] ac, int start, int end, int high, int low) {
  private static final int MOST_BLOCKS = 10;

  /**
   * The header of the segment in {@code content[at, behind)}; empty where it cannot be one of the
   * frame.
   */
  static Optional<Scan> of(byte[] content, int at, int behind, Frame frame) {
    int count = behind > at + 4 ? Markers.u8(content, at + 4) : 0;
    if (behind != at + 8 + 2 * count) {
      return Optional.empty();
    }
    int[] components = new int[count];
    int[] dc = new int[count];
    int[] ac = new int[count];
    for (int i = 0; i < count; i++) {
      components[i] = frame.component(Markers.u8(content, at + 5 + 2 * i));
      dc[i] = Markers.u8(content, at + 6 + 2 * i) >> 4;
      ac[i] = Markers.u8(content, at + 6 + 2 * i) & 15;
    }
    int band = at + 5 + 2 * count;
    int bits = Markers.u8(content, band + 2);
    Scan scan =
        new Scan(
            components,
            dc,
            ac,
            Markers.u8(content, band),
            Markers.u8(content, band + 1),
            bits >> 4,
            bits & 15);
    return Optional.of(scan).filter(s -> s.isSound(frame));
  }

  boolean isAlone() {
    return components.length == 1;
  }

  boolean holds(int component) {
    boolean found = false;
    for (int each : components) {
      found |= each == component;
    }
    return found;
  }

  /** Whether its components are there, in order, and no more of them than fit a unit. */
  private boolean isSound(Frame frame) {
    int before = -1;
    int blocks = 0;
    for (int i = 0; i < components.length; i++) {
      int component = components[i];
      if (component <= before || dc[i] > 3 || ac[i] > 3) {
        return false;
      }
      before = component;
      blocks += frame.across()[component] * frame.down()[component];
    }
    return components.length > 0 && (isAlone() || blocks <= MOST_BLOCKS);
  }

  /** As a decoder takes it that knows scans of all coefficients only. */
  Scan sequential() {
    return new Scan(components, dc, ac, 0, 63, 0, 0);
  }

  /** Whether it is a scan of all coefficients at once. */
  boolean isSequential() {
    return start == 0 && end == 63 && high == 0 && low == 0;
  }
}
