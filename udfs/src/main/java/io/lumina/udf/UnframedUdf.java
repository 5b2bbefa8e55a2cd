package io.lumina.udf;

import io.lumina.hash.Unframed;

/** The hashes inside of a frame, 56 bytes; null without one. This answer is the definition. */
public class UnframedUdf extends LumaUdf<byte[]> {
  @Override
  protected byte[] ofLuma(byte[] luma) {
    return Unframed.ofLuma(luma).map(Unframed::bytes).orElse(null);
  }
}
