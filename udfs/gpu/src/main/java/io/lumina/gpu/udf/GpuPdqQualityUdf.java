package io.lumina.gpu.udf;

import ai.rapids.cudf.ColumnVector;
import ai.rapids.cudf.DType;
import com.nvidia.spark.RapidsUDF;
import io.lumina.gpu.driver.Kernel;
import io.lumina.udf.PdqQualityUdf;

/** Qualities of the PDQ hashes of a batch of lumas. */
public final class GpuPdqQualityUdf extends PdqQualityUdf implements RapidsUDF {
  @Override
  public ColumnVector evaluateColumnar(int rows, ColumnVector... arguments) {
    return new LumaColumn(rows, arguments, this).values(Kernel.PDQ_QUALITY, DType.INT32);
  }
}
