package io.lumina.udf;

import io.lumina.hash.WaveletHash;

/** 64-bit Haar wavelet hash of a luma. This answer is the definition. */
public class WaveletHashUdf extends LumaUdf<Long> {
  @Override
  protected Long ofLuma(byte[] luma) {
    return WaveletHash.ofLuma(luma);
  }
}
