package io.lumina.udf;

import io.lumina.hash.AverageHash;

/** 64-bit average hash of a luma. This answer is the definition. */
public class AverageHashUdf extends LumaUdf<Long> {
  @Override
  protected Long ofLuma(byte[] luma) {
    return AverageHash.ofLuma(luma);
  }
}
