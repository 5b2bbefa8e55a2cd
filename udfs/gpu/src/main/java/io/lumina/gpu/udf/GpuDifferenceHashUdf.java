package io.lumina.gpu.udf;

import ai.rapids.cudf.ColumnVector;
import ai.rapids.cudf.DType;
import com.nvidia.spark.RapidsUDF;
import io.lumina.gpu.driver.Kernel;
import io.lumina.udf.DifferenceHashUdf;

/** Difference hashes of a batch of lumas. */
public final class GpuDifferenceHashUdf extends DifferenceHashUdf implements RapidsUDF {
  @Override
  public ColumnVector evaluateColumnar(int rows, ColumnVector... arguments) {
    return new LumaColumn(rows, arguments, this).values(Kernel.DHASH, DType.INT64);
  }
}
