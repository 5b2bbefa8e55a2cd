package io.lumina.gpu.udf;

import ai.rapids.cudf.BinaryOp;
import ai.rapids.cudf.ColumnVector;
import ai.rapids.cudf.DType;
import ai.rapids.cudf.DeviceMemoryBuffer;
import ai.rapids.cudf.HostColumnVector;
import ai.rapids.cudf.HostColumnVector.BasicType;
import io.lumina.gpu.luma.ColumnKernels;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.apache.spark.sql.api.java.UDF2;

/** A batch of pairs of hashes on the device. */
final class HashColumns {
  private static final CpuAnswers INTS = new CpuAnswers(DType.INT32);

  private final int rows;
  private final ColumnVector a;
  private final ColumnVector b;

  HashColumns(int rows, ColumnVector... arguments) {
    this.rows = rows;
    this.a = arguments[0];
    this.b = arguments[1];
  }

  /**
   * Different bits of longs; null where either is.
   *
   * @param plain the function on the CPU; it takes what the device does not
   */
  ColumnVector longDistances(UDF2<Long, Long, Integer> plain) {
    return rows == 0
        ? ColumnVector.empty(new BasicType(true, DType.INT32))
        : CpuFallback.unless(
            rows,
            this::longsOnDevice,
            () -> onCpu((left, right) -> INTS.ofLongs(left, right, plain)));
  }

  private ColumnVector longsOnDevice() {
    ColumnKernels kernels = CheckedRows.kernels();
    DeviceMemoryBuffer out = DeviceMemoryBuffer.allocate(4L * rows);
    try {
      kernels.hamming(a.getData().getAddress(), b.getData().getAddress(), rows, out.getAddress());
    } catch (Throwable failed) {
      out.close();
      throw failed;
    }
    try (ColumnVector all = new ColumnVector(DType.INT32, rows, Optional.of(0L), out, null, null)) {
      return all.mergeAndSetValidity(BinaryOp.BITWISE_AND, a, b);
    }
  }

  /**
   * Different bits of bytes; null where either is.
   *
   * @param plain the function on the CPU; it says what is wrong with a pair of different lengths,
   *     and takes what the device does not
   */
  ColumnVector byteDistances(UDF2<byte[], byte[], Integer> plain) {
    return rows == 0
        ? ColumnVector.empty(new BasicType(true, DType.INT32))
        : CpuFallback.unless(
            rows,
            () -> bytesOnDevice(plain),
            () -> onCpu((left, right) -> INTS.ofBytes(left, right, plain)));
  }

  private ColumnVector onCpu(BinaryOperator<HostColumnVector> function) {
    try (HostColumnVector left = a.copyToHost();
        HostColumnVector right = b.copyToHost();
        HostColumnVector answers = function.apply(left, right)) {
      return answers.copyToDevice();
    }
  }

  private ColumnVector bytesOnDevice(UDF2<byte[], byte[], Integer> plain) {
    ColumnKernels kernels = CheckedRows.kernels();
    try (BinaryColumn left = new BinaryColumn(a);
        BinaryColumn right = new BinaryColumn(b);
        CheckedRows checked = CheckedRows.pairs(kernels, left.rows(), right.rows())) {
      if (checked.wrong().isPresent()) {
        throw refused(plain, checked.wrong().getAsInt());
      }
      DeviceMemoryBuffer out = DeviceMemoryBuffer.allocate(4L * rows);
      try {
        kernels.hamming(left.rows(), right.rows(), checked.mask(), out.getAddress());
      } catch (Throwable failed) {
        out.close();
        throw failed;
      }
      return new ColumnVector(
          DType.INT32, rows, checked.nulls(), out, checked.giveValidity(), null);
    }
  }

  private RuntimeException refused(UDF2<byte[], byte[], Integer> plain, int row) {
    try (ColumnVector oneA = a.subVector(row, row + 1);
        ColumnVector oneB = b.subVector(row, row + 1);
        HostColumnVector hostA = oneA.copyToHost();
        HostColumnVector hostB = oneB.copyToHost()) {
      plain.call(hostA.getBytesFromList(0), hostB.getBytesFromList(0));
    } catch (RuntimeException said) {
      return said;
    } catch (Exception other) {
      return new IllegalStateException(other);
    }
    return new IllegalStateException(
        "Row %d of %d does not lie inside its columns".formatted(row, rows));
  }
}
