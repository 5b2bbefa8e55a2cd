package io.lumina.gpu.udf;

import ai.rapids.cudf.BaseDeviceMemoryBuffer;
import ai.rapids.cudf.ColumnVector;
import ai.rapids.cudf.ColumnView;
import ai.rapids.cudf.DType;
import io.lumina.gpu.luma.DeviceRows;

/**
 * Where the parts of a cuDF column of BINARY (a LIST of UINT8) lie. The column itself stays its
 * owner's; its buffers are views that nobody closes, but the view of its child is closed here.
 */
final class BinaryColumn implements AutoCloseable {
  private final ColumnVector column;
  private final ColumnView child;

  /** Of a column with at least one row. */
  BinaryColumn(ColumnVector column) {
    if (!column.getType().equals(DType.LIST)) {
      throw new IllegalArgumentException("BINARY is a LIST on the GPU, not " + column.getType());
    }
    this.column = column;
    this.child = column.getChildColumnView(0);
  }

  DeviceRows rows() {
    return new DeviceRows(
        address(column.getOffsets()),
        address(child.getData()),
        child.getRowCount(),
        address(column.getValid()),
        Math.toIntExact(column.getRowCount()));
  }

  private static long address(BaseDeviceMemoryBuffer buffer) {
    return buffer == null ? 0 : buffer.getAddress();
  }

  @Override
  public void close() {
    child.close();
  }
}
