package io.lumina.gpu.luma;

import io.lumina.gpu.driver.Device;
import io.lumina.gpu.driver.DeviceMemory;
import io.lumina.gpu.driver.Kernel;
import java.util.BitSet;
import jcuda.Pointer;
import jcuda.driver.JCudaDriver;

/** A device, without Spark and cuDF. One thread at a time. */
public final class DeviceLumas implements LumaEngine {
  private final Device device;
  private final ColumnKernels kernels;

  /** On the per-thread stream of a device. */
  public DeviceLumas(Device device) {
    this.device = device;
    this.kernels = new ColumnKernels(device.kernels(), JCudaDriver.CU_STREAM_PER_THREAD);
  }

  @Override
  public LumaAnswers answers(ByteRows lumas) {
    if (lumas.count() == 0) {
      return LumaAnswers.empty(new BitSet(), 0);
    }
    return device.on(() -> entered(lumas));
  }

  private LumaAnswers entered(ByteRows lumas) {
    try (UploadedRows uploaded = new UploadedRows(lumas);
        DeviceMemory mask = DeviceMemory.of(4L * ByteRows.words(lumas.count()));
        DeviceMemory report = DeviceMemory.of(ColumnKernels.REPORT_BYTES).clear()) {
      kernels.rows(uploaded.rows(), mask.address(), report.address());
      checked(lumas, report);
      return answers(uploaded.rows(), mask);
    }
  }

  private static void checked(ByteRows lumas, DeviceMemory report) {
    int[] found = new int[2];
    report.get(Pointer.to(found), ColumnKernels.REPORT_BYTES);
    RowReport.of(found[0], found[1])
        .wrong()
        .ifPresent(
            row -> {
              throw RowReport.wrongLuma(lumas.offsets()[row + 1] - lumas.offsets()[row]);
            });
  }

  private LumaAnswers answers(DeviceRows rows, DeviceMemory mask) {
    int[] words = new int[ByteRows.words(rows.count())];
    mask.get(Pointer.to(words), mask.bytes());
    LumaAnswers answers = LumaAnswers.empty(ByteRows.bits(words, rows.count()), rows.count());
    try (DeviceMemory out = DeviceMemory.of(8L * rows.count());
        DeviceMemory places = DeviceMemory.of(4L * (rows.count() + 1));
        DeviceMemory hashes = DeviceMemory.of(answers.pdq().length)) {
      longs(Kernel.DHASH, rows, mask, out, answers.dhash());
      longs(Kernel.AHASH, rows, mask, out, answers.ahash());
      longs(Kernel.WHASH, rows, mask, out, answers.whash());
      kernels.values(Kernel.PDQ_QUALITY, rows, mask.address(), out.address());
      out.get(Pointer.to(answers.pdqQuality()), 4L * rows.count());
      kernels.values(Kernel.SHARPNESS, rows, mask.address(), out.address());
      out.get(Pointer.to(answers.sharpness()), 8L * rows.count());
      kernels.pdq(rows, mask.address(), places.address(), hashes.address());
      hashes.get(Pointer.to(answers.pdq()), answers.pdq().length);
    }
    return answers;
  }

  private void longs(
      Kernel kernel, DeviceRows rows, DeviceMemory mask, DeviceMemory out, long[] values) {
    kernels.values(kernel, rows, mask.address(), out.address());
    out.get(Pointer.to(values), 8L * rows.count());
  }
}
