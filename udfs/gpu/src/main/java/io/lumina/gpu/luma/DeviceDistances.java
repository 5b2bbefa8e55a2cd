package io.lumina.gpu.luma;

import io.lumina.gpu.driver.Device;
import io.lumina.gpu.driver.DeviceMemory;
import io.lumina.hash.Hamming;
import java.util.BitSet;
import jcuda.Pointer;
import jcuda.driver.JCudaDriver;

/** A device, without Spark and cuDF. One thread at a time. */
public final class DeviceDistances implements DistanceEngine {
  private final Device device;
  private final ColumnKernels kernels;

  /** On the per-thread stream of a device. */
  public DeviceDistances(Device device) {
    this.device = device;
    this.kernels = new ColumnKernels(device.kernels(), JCudaDriver.CU_STREAM_PER_THREAD);
  }

  @Override
  public int[] distances(long[] a, long[] b) {
    return device.on(() -> entered(a, b));
  }

  private int[] entered(long[] a, long[] b) {
    long bytes = (long) Long.BYTES * a.length;
    int[] distances = new int[a.length];
    try (DeviceMemory left = DeviceMemory.of(bytes);
        DeviceMemory right = DeviceMemory.of(bytes);
        DeviceMemory out = DeviceMemory.of((long) Integer.BYTES * a.length)) {
      left.put(Pointer.to(a), bytes);
      right.put(Pointer.to(b), bytes);
      kernels.hamming(left.address(), right.address(), a.length, out.address());
      out.get(Pointer.to(distances), out.bytes());
    }
    return distances;
  }

  @Override
  public Distances distances(ByteRows a, ByteRows b) {
    return a.count() == 0
        ? new Distances(new BitSet(), new int[0])
        : device.on(() -> entered(a, b));
  }

  private Distances entered(ByteRows a, ByteRows b) {
    int count = a.count();
    int[] words = new int[ByteRows.words(count)];
    int[] found = new int[2];
    int[] distances = new int[count];
    try (UploadedRows left = new UploadedRows(a);
        UploadedRows right = new UploadedRows(b);
        DeviceMemory mask = DeviceMemory.of((long) Integer.BYTES * words.length);
        DeviceMemory report = DeviceMemory.of(ColumnKernels.REPORT_BYTES).clear();
        DeviceMemory out = DeviceMemory.of((long) Integer.BYTES * count)) {
      kernels.pairRows(left.rows(), right.rows(), mask.address(), report.address());
      report.get(Pointer.to(found), ColumnKernels.REPORT_BYTES);
      RowReport.of(found[0], found[1])
          .wrong()
          .ifPresent(row -> Hamming.distance(a.value(row), b.value(row)));
      kernels.hamming(left.rows(), right.rows(), mask.address(), out.address());
      mask.get(Pointer.to(words), mask.bytes());
      out.get(Pointer.to(distances), out.bytes());
    }
    return new Distances(ByteRows.bits(words, count), distances);
  }
}
