package io.lumina.udf;

import io.lumina.hash.Pdq;

/** 256-bit PDQ hash of a luma, 32 bytes. This answer is the definition. */
public class PdqUdf extends LumaUdf<byte[]> {
  @Override
  protected byte[] ofLuma(byte[] luma) {
    return Pdq.ofLuma(luma).bits();
  }
}
