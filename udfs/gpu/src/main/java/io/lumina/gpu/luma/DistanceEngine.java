package io.lumina.gpu.luma;

/** Something that counts the different bits of pairs of hashes: the CPU, or a device. */
public interface DistanceEngine {

  /** Of longs, row by row; both of one length. */
  int[] distances(long[] a, long[] b);

  /**
   * Of bytes, row by row; null where either is.
   *
   * @throws IllegalArgumentException when the lengths of a row differ, with both
   */
  Distances distances(ByteRows a, ByteRows b);
}
