package io.lumina.udf;

import io.lumina.hash.Hamming;

/** Different bits of two hashes of equal length. */
public class HammingBinaryUdf extends LuminaUdf2<byte[], byte[], Integer> {
  @Override
  protected Integer compute(byte[] a, byte[] b) {
    return Hamming.distance(a, b);
  }
}
