package io.lumina.gpu.check;

import io.lumina.gpu.driver.Device;
import io.lumina.gpu.driver.DeviceMemory;
import io.lumina.gpu.driver.Kernel;
import io.lumina.gpu.luma.ByteRows;
import io.lumina.gpu.luma.ColumnKernels;
import io.lumina.gpu.luma.DeviceRows;
import io.lumina.gpu.luma.LumaCases;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jcuda.Pointer;
import jcuda.driver.JCudaDriver;

/**
 * A batch of lumas in page-locked memory and on a device, and how long each stage takes with it.
 * For the thread that made it.
 */
final class LumaRates implements AutoCloseable {
  private static final int DIFFERENT = 4_096;
  private static final int LUMA_BYTES = 4_096;
  private static final int REPEATS = 5;

  private final int count;
  private final Pointer host = new Pointer();
  private final List<DeviceMemory> memory = new ArrayList<>();
  private final DeviceMemory data;
  private final DeviceMemory mask;
  private final DeviceMemory report;
  private final DeviceMemory places;
  private final DeviceMemory out;
  private final DeviceRows rows;
  private final ColumnKernels kernels;
  private final Device device;

  /** For a thread that works on the device. */
  LumaRates(Device device, int count) {
    this.device = device;
    this.count = count;
    JCudaDriver.cuMemAllocHost(host, bytes());
    fill();
    DeviceMemory offsets = take(4L * (count + 1));
    int[] places = new int[count + 1];
    for (int row = 0; row <= count; row++) {
      places[row] = Math.multiplyExact(row, LUMA_BYTES);
    }
    offsets.put(Pointer.to(places), offsets.bytes());
    this.data = take(bytes());
    this.mask = take(4L * ByteRows.words(count));
    this.report = take(ColumnKernels.REPORT_BYTES);
    this.places = take(4L * (count + 1));
    this.out = take(32L * count);
    this.rows = new DeviceRows(offsets.address(), data.address(), bytes(), 0, count);
    this.kernels = new ColumnKernels(device.kernels(), JCudaDriver.CU_STREAM_PER_THREAD);
    whole();
  }

  private long bytes() {
    return (long) LUMA_BYTES * count;
  }

  private void fill() {
    ByteBuffer buffer = host.getByteBuffer(0, bytes());
    List<byte[]> lumas = LumaCases.random(1, Math.min(count, DIFFERENT));
    for (int row = 0; row < count; row++) {
      buffer.put(lumas.get(row % lumas.size()));
    }
  }

  private DeviceMemory take(long bytes) {
    DeviceMemory taken = DeviceMemory.of(bytes);
    memory.add(taken);
    return taken;
  }

  /** Lumas a second, by stage: the upload alone, then each kernel on what lies on the device. */
  Map<String, Double> stages() {
    Map<String, Double> rates = new LinkedHashMap<>();
    rates.put("upload", rate(() -> data.putLocked(host, bytes())));
    rates.put("rows", rate(this::look));
    for (Kernel kernel :
        List.of(Kernel.DHASH, Kernel.AHASH, Kernel.WHASH, Kernel.PDQ_QUALITY, Kernel.SHARPNESS)) {
      rates.put(
          kernel.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
          rate(() -> kernels.values(kernel, rows, mask.address(), out.address())));
    }
    rates.put("pdq", rate(this::pdq));
    return rates;
  }

  /** Upload and all kernels. */
  void whole() {
    data.putLocked(host, bytes());
    look();
    for (Kernel kernel : List.of(Kernel.DHASH, Kernel.AHASH, Kernel.WHASH, Kernel.SHARPNESS)) {
      kernels.values(kernel, rows, mask.address(), out.address());
    }
    kernels.values(Kernel.PDQ_QUALITY, rows, mask.address(), out.address());
    pdq();
    device.await();
  }

  private void look() {
    report.clear();
    kernels.rows(rows, mask.address(), report.address());
  }

  private void pdq() {
    kernels.pdq(rows, mask.address(), places.address(), out.address());
  }

  private double rate(Runnable work) {
    work.run();
    device.await();
    long start = System.nanoTime();
    for (int i = 0; i < REPEATS; i++) {
      work.run();
    }
    device.await();
    return (double) REPEATS * count / ((System.nanoTime() - start) / 1e9);
  }

  @Override
  public void close() {
    memory.forEach(DeviceMemory::close);
    JCudaDriver.cuMemFreeHost(host);
  }
}
