package io.lumina.gpu.udf;

import ai.rapids.cudf.ColumnVector;
import com.nvidia.spark.RapidsUDF;
import io.lumina.udf.HammingUdf;

/** Distances of a batch of pairs of 64-bit hashes. */
public final class GpuHammingUdf extends HammingUdf implements RapidsUDF {
  @Override
  public ColumnVector evaluateColumnar(int rows, ColumnVector... arguments) {
    return new HashColumns(rows, arguments).longDistances(this);
  }
}
