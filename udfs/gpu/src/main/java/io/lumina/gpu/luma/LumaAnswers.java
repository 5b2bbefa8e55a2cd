package io.lumina.gpu.luma;

import io.lumina.hash.HashHex;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * What all functions of a luma say of the rows of a column; arrays are not copied.
 *
 * @param present rows that have an answer; the others are null
 * @param dhash one a row, 0 where there is none; the same holds for all arrays
 * @param ahash one a row
 * @param whash one a row
 * @param pdq 32 bytes for each row that has an answer, and none for the others
 * @param pdqQuality one a row
 * @param sharpness one a row
 */
public record LumaAnswers(
    BitSet present,
    long[] dhash,
    long[] ahash,
    long[] whash,
    byte[] pdq,
    int[] pdqQuality,
    double[] sharpness) {

  /** Room for so many rows. */
  static LumaAnswers empty(BitSet present, int rows) {
    return new LumaAnswers(
        present,
        new long[rows],
        new long[rows],
        new long[rows],
        new byte[32 * present.cardinality()],
        new int[rows],
        new double[rows]);
  }

  /** The first row in which any bit of any answer differs, in words; empty when there is none. */
  public Optional<String> firstDifference(LumaAnswers that) {
    if (!present.equals(that.present)) {
      BitSet other = (BitSet) present.clone();
      other.xor(that.present);
      int row = other.nextSetBit(0);
      return Optional.of(
          "row %d: one has %s answer, the other %s"
              .formatted(
                  row, present.get(row) ? "an" : "no", that.present.get(row) ? "one" : "none"));
    }
    int pdqRow = Arrays.mismatch(pdq, that.pdq);
    return difference("dhash", Arrays.mismatch(dhash, that.dhash), dhash, that.dhash)
        .or(() -> difference("ahash", Arrays.mismatch(ahash, that.ahash), ahash, that.ahash))
        .or(() -> difference("whash", Arrays.mismatch(whash, that.whash), whash, that.whash))
        .or(
            () ->
                pdqRow < 0
                    ? Optional.empty()
                    : Optional.of("answer %d: pdq differs".formatted(pdqRow / 32)))
        .or(
            () ->
                difference(
                    "pdq quality",
                    Arrays.mismatch(pdqQuality, that.pdqQuality),
                    widened(pdqQuality),
                    widened(that.pdqQuality)))
        .or(
            () ->
                difference(
                    "sharpness",
                    Arrays.mismatch(bits(sharpness), bits(that.sharpness)),
                    bits(sharpness),
                    bits(that.sharpness)));
  }

  private static Optional<String> difference(String what, int row, long[] one, long[] other) {
    return row < 0
        ? Optional.empty()
        : Optional.of(
            "row %d: %s is %s and %s"
                .formatted(row, what, HashHex.of(one[row]), HashHex.of(other[row])));
  }

  private static long[] widened(int[] values) {
    return Arrays.stream(values).asLongStream().toArray();
  }

  /** All bits of doubles; 0.0 and -0.0 are not the same answer. */
  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }
}
