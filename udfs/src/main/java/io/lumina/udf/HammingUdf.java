package io.lumina.udf;

import io.lumina.hash.Hamming;

/** Different bits of two 64-bit hashes. */
public class HammingUdf extends LuminaUdf2<Long, Long, Integer> {
  @Override
  protected Integer compute(Long a, Long b) {
    return Hamming.distance(a, b);
  }
}
