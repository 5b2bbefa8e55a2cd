package io.lumina.gpu.udf;

import ai.rapids.cudf.ColumnVector;
import com.nvidia.spark.RapidsUDF;
import io.lumina.udf.HammingBinaryUdf;

/** Distances of a batch of pairs of hashes of any length. */
public final class GpuHammingBinaryUdf extends HammingBinaryUdf implements RapidsUDF {
  @Override
  public ColumnVector evaluateColumnar(int rows, ColumnVector... arguments) {
    return new HashColumns(rows, arguments).byteDistances(this);
  }
}
