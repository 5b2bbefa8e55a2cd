package io.lumina.udf;

import io.lumina.hash.Pdq;
import io.lumina.raster.Raster;

/** PDQ quality of a luma, 0 to 100. This answer is the definition. */
public class PdqQualityUdf extends LumaUdf<Integer> {
  @Override
  protected Integer ofLuma(byte[] luma) {
    return Pdq.quality(Raster.luma(luma));
  }
}
