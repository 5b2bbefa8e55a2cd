package io.lumina.gpu.udf;

import ai.rapids.cudf.ColumnVector;
import ai.rapids.cudf.ColumnView;
import ai.rapids.cudf.DType;
import ai.rapids.cudf.DeviceMemoryBuffer;
import ai.rapids.cudf.HostColumnVector;
import ai.rapids.cudf.HostColumnVector.BasicType;
import ai.rapids.cudf.HostColumnVector.ListType;
import io.lumina.gpu.driver.Kernel;
import io.lumina.gpu.luma.ColumnKernels;
import io.lumina.gpu.luma.DeviceRows;
import io.lumina.hash.PdqHash;
import java.util.Optional;
import org.apache.spark.sql.api.java.UDF1;

/**
 * A batch of lumas on the device. May be evaluated again, on the same rows or on fewer: that is how
 * the plugin answers a lack of memory.
 */
final class LumaColumn {
  private final int rows;
  private final ColumnVector lumas;
  private final UDF1<byte[], ?> plain;

  /**
   * @param plain the function on the CPU; it says what is wrong with a row that is no luma, and
   *     takes what the device does not
   */
  LumaColumn(int rows, ColumnVector[] arguments, UDF1<byte[], ?> plain) {
    this.rows = rows;
    this.lumas = arguments[0];
    this.plain = plain;
  }

  /**
   * One value a row.
   *
   * @param kernel one of those of {@link ColumnKernels#values}
   * @param type of the values
   */
  ColumnVector values(Kernel kernel, DType type) {
    if (rows == 0) {
      return ColumnVector.empty(new BasicType(true, type));
    }
    return CpuFallback.unless(rows, () -> valuesOnDevice(kernel, type), () -> onCpu(type));
  }

  private ColumnVector onCpu(DType type) {
    try (HostColumnVector host = lumas.copyToHost();
        HostColumnVector answers = new CpuAnswers(type).of(host, plain)) {
      return answers.copyToDevice();
    }
  }

  private ColumnVector valuesOnDevice(Kernel kernel, DType type) {
    ColumnKernels kernels = CheckedRows.kernels();
    try (BinaryColumn column = new BinaryColumn(lumas);
        CheckedRows checked = checked(kernels, column.rows())) {
      DeviceMemoryBuffer out = DeviceMemoryBuffer.allocate((long) rows * type.getSizeInBytes());
      try {
        kernels.values(kernel, column.rows(), checked.mask(), out.getAddress());
      } catch (Throwable failed) {
        out.close();
        throw failed;
      }
      return new ColumnVector(type, rows, checked.nulls(), out, checked.giveValidity(), null);
    }
  }

  /** 32 bytes a row, as BINARY. */
  ColumnVector pdq() {
    if (rows == 0) {
      return ColumnVector.empty(new ListType(true, new BasicType(false, DType.UINT8)));
    }
    return CpuFallback.unless(rows, this::pdqOnDevice, () -> onCpu(DType.LIST));
  }

  private ColumnVector pdqOnDevice() {
    ColumnKernels kernels = CheckedRows.kernels();
    try (BinaryColumn column = new BinaryColumn(lumas);
        CheckedRows checked = checked(kernels, column.rows());
        DeviceMemoryBuffer places = DeviceMemoryBuffer.allocate(4L * (rows + 1));
        DeviceMemoryBuffer hashes =
            DeviceMemoryBuffer.allocate(Math.max(1L, (long) PdqHash.BYTES * checked.answers()))) {
      kernels.pdq(column.rows(), checked.mask(), places.getAddress(), hashes.getAddress());
      try (ColumnView bytes =
              new ColumnView(
                  DType.UINT8,
                  (long) PdqHash.BYTES * checked.answers(),
                  Optional.of(0L),
                  hashes,
                  null);
          ColumnView lists =
              new ColumnView(
                  DType.LIST,
                  rows,
                  checked.nulls(),
                  checked.lendValidity(),
                  places,
                  new ColumnView[] {bytes})) {
        // Only a copy owns its children.
        return lists.copyToColumnVector();
      }
    }
  }

  private CheckedRows checked(ColumnKernels kernels, DeviceRows column) {
    CheckedRows checked = CheckedRows.lumas(kernels, column);
    if (checked.wrong().isPresent()) {
      checked.close();
      throw refused(checked.wrong().getAsInt());
    }
    return checked;
  }

  /** What the function on the CPU says of a row. */
  private RuntimeException refused(int row) {
    try (ColumnVector one = lumas.subVector(row, row + 1);
        HostColumnVector host = one.copyToHost()) {
      plain.call(host.getBytesFromList(0));
    } catch (RuntimeException said) {
      return said;
    } catch (Exception other) {
      return new IllegalStateException(other);
    }
    return new IllegalStateException(
        "Row %d of %d does not lie inside its column".formatted(row, rows));
  }
}
