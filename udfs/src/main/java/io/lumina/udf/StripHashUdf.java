package io.lumina.udf;

import io.lumina.hash.StripHash;

/** The strips of a luma, 128 bytes. This answer is the definition. */
public class StripHashUdf extends LumaUdf<byte[]> {
  @Override
  protected byte[] ofLuma(byte[] luma) {
    return StripHash.bytes(StripHash.ofLuma(luma));
  }
}
