package io.lumina.gpu.luma;

import java.util.OptionalInt;

/**
 * What a look at the rows of a column gave.
 *
 * @param answers rows that get an answer
 * @param wrong the first row that none can be given for
 */
public record RowReport(int answers, OptionalInt wrong) {

  /** As the kernel writes it. */
  public static RowReport of(int answers, int wrong) {
    // The kernel counts back from the last row, so that the first one is the largest.
    return new RowReport(answers, wrong == 0 ? OptionalInt.empty() : OptionalInt.of(~wrong));
  }

  /** The complaint of the CPU about a luma of so many values. */
  public static IllegalArgumentException wrongLuma(int length) {
    try {
      io.lumina.raster.Raster.luma(new byte[length]);
    } catch (IllegalArgumentException said) {
      return said;
    }
    throw new IllegalStateException("A luma of " + length + " values is not wrong");
  }
}
