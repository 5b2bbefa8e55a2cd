package io.lumina.gpu.luma;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Distances of the rows of two columns; arrays are not copied.
 *
 * @param present rows that have one; the others are null
 * @param bits one a row, 0 where there is none
 */
public record Distances(BitSet present, int[] bits) {

  /** The first row in which two differ, in words; empty when there is none. */
  public Optional<String> firstDifference(Distances that) {
    BitSet other = (BitSet) present.clone();
    other.xor(that.present);
    if (!other.isEmpty()) {
      int row = other.nextSetBit(0);
      return Optional.of(
          "row %d: one has %s distance, the other %s"
              .formatted(
                  row, present.get(row) ? "a" : "no", that.present.get(row) ? "one" : "none"));
    }
    int row = Arrays.mismatch(bits, that.bits);
    return row < 0
        ? Optional.empty()
        : Optional.of("row %d: %d bits and %d".formatted(row, bits[row], that.bits[row]));
  }
}
