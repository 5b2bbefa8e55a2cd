package io.lumina.udf;

import io.lumina.quality.Sharpness;

/** Sharpness of a luma, 0 to 1. This answer is the definition. */
public class SharpnessUdf extends LumaUdf<Double> {
  @Override
  protected Double ofLuma(byte[] luma) {
    return Sharpness.ofLuma(luma);
  }
}
