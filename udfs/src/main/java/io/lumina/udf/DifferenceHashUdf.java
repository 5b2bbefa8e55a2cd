package io.lumina.udf;

import io.lumina.hash.DifferenceHash;

/** 64-bit difference hash of a luma. This answer is the definition. */
public class DifferenceHashUdf extends LumaUdf<Long> {
  @Override
  protected Long ofLuma(byte[] luma) {
    return DifferenceHash.ofLuma(luma);
  }
}
