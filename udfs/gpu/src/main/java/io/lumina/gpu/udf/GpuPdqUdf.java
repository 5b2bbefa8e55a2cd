package io.lumina.gpu.udf;

import ai.rapids.cudf.ColumnVector;
import com.nvidia.spark.RapidsUDF;
import io.lumina.udf.PdqUdf;

/** PDQ hashes of a batch of lumas. */
public final class GpuPdqUdf extends PdqUdf implements RapidsUDF {
  @Override
  public ColumnVector evaluateColumnar(int rows, ColumnVector... arguments) {
    return new LumaColumn(rows, arguments, this).pdq();
  }
}
