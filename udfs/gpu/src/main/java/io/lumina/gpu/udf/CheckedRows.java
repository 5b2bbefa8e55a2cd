package io.lumina.gpu.udf;

import ai.rapids.cudf.Cuda;
import ai.rapids.cudf.DeviceMemoryBuffer;
import ai.rapids.cudf.HostMemoryBuffer;
import io.lumina.gpu.driver.Kernels;
import io.lumina.gpu.luma.ByteRows;
import io.lumina.gpu.luma.ColumnKernels;
import io.lumina.gpu.luma.DeviceRows;
import io.lumina.gpu.luma.RowReport;
import java.util.Optional;
import java.util.OptionalInt;
import jcuda.driver.JCudaDriver;

/** Which rows of a batch get an answer, as a mask on the device. */
final class CheckedRows implements AutoCloseable {
  private static final long ALIGNMENT = 64;

  private final int rows;
  private final DeviceMemoryBuffer mask;
  private final RowReport report;
  private boolean given;

  private CheckedRows(int rows, DeviceMemoryBuffer mask, RowReport report) {
    this.rows = rows;
    this.mask = mask;
    this.report = report;
  }

  /** The kernels, on the stream that cuDF uses for this thread. */
  static ColumnKernels kernels() {
    Cuda.autoSetDevice();
    return new ColumnKernels(
        Kernels.ofCurrentContext(),
        Cuda.isPtdsEnabled() ? JCudaDriver.CU_STREAM_PER_THREAD : JCudaDriver.CU_STREAM_LEGACY);
  }

  /** Which rows are lumas. */
  static CheckedRows lumas(ColumnKernels kernels, DeviceRows rows) {
    return of(rows.count(), (mask, report) -> kernels.rows(rows, mask, report));
  }

  /** Which rows have two hashes of one length. */
  static CheckedRows pairs(ColumnKernels kernels, DeviceRows a, DeviceRows b) {
    return of(a.count(), (mask, report) -> kernels.pairRows(a, b, mask, report));
  }

  private interface Look {
    void at(long mask, long report);
  }

  private static CheckedRows of(int rows, Look look) {
    // cuDF reads validity in blocks of 64 bytes.
    long bytes = (4L * ByteRows.words(rows) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    DeviceMemoryBuffer mask = DeviceMemoryBuffer.allocate(bytes);
    try (DeviceMemoryBuffer report = DeviceMemoryBuffer.allocate(ColumnKernels.REPORT_BYTES);
        HostMemoryBuffer found = HostMemoryBuffer.allocate(ColumnKernels.REPORT_BYTES, false)) {
      Cuda.asyncMemset(mask.getAddress(), (byte) 0, bytes);
      Cuda.asyncMemset(report.getAddress(), (byte) 0, ColumnKernels.REPORT_BYTES);
      look.at(mask.getAddress(), report.getAddress());
      found.copyFromDeviceBuffer(report);
      return new CheckedRows(rows, mask, RowReport.of(found.getInt(0), found.getInt(4)));
    } catch (Throwable failed) {
      mask.close();
      throw failed;
    }
  }

  /** The first row that the CPU would refuse. */
  OptionalInt wrong() {
    return report.wrong();
  }

  int answers() {
    return report.answers();
  }

  Optional<Long> nulls() {
    return Optional.of((long) rows - report.answers());
  }

  long mask() {
    return mask.getAddress();
  }

  /** The mask as the validity of an answer, or null when no row lacks one; the taker closes it. */
  DeviceMemoryBuffer giveValidity() {
    if (report.answers() == rows) {
      return null;
    }
    given = true;
    return mask;
  }

  /** The same without giving it away. */
  DeviceMemoryBuffer lendValidity() {
    return report.answers() == rows ? null : mask;
  }

  @Override
  public void close() {
    if (!given) {
      mask.close();
    }
  }
}
