package io.lumina.gpu.udf;

import ai.rapids.cudf.ColumnVector;
import ai.rapids.cudf.DType;
import com.nvidia.spark.RapidsUDF;
import io.lumina.gpu.driver.Kernel;
import io.lumina.udf.SharpnessUdf;

/** Sharpness of a batch of lumas. */
public final class GpuSharpnessUdf extends SharpnessUdf implements RapidsUDF {
  @Override
  public ColumnVector evaluateColumnar(int rows, ColumnVector... arguments) {
    return new LumaColumn(rows, arguments, this).values(Kernel.SHARPNESS, DType.FLOAT64);
  }
}
