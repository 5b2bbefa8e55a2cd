package io.lumina.gpu.pairs;

import io.lumina.gpu.driver.CudaFailure;
import io.lumina.gpu.driver.Device;
import io.lumina.gpu.driver.DeviceMemory;
import io.lumina.hash.HashRun;
import io.lumina.hash.PairSearch;
import io.lumina.hash.PairSearchException;
import jcuda.CudaException;
import jcuda.Pointer;

/** Compares all pairs on a GPU. Hashes go to the device once, what comes back are the pairs. */
public final class DevicePairs implements PairSearch {
  private final Device device;

  /** On a device. */
  public DevicePairs(Device device) {
    this.device = device;
  }

  @Override
  public String name() {
    return device.sentence();
  }

  @Override
  public void within(HashRun run, int threshold, PairSink sink) {
    search(
        () -> {
          try (DeviceMemory hashes = upload(run);
              Rectangles rectangles =
                  new Rectangles(device.kernels(), hashes, hashes, run.width(), threshold)) {
            rectangles.triangle(run.count(), checked(run, run, threshold, sink));
          }
        });
  }

  @Override
  public void between(HashRun a, HashRun b, int threshold, PairSink sink) {
    if (a.width() != b.width()) {
      throw new IllegalArgumentException(
          "Hashes of %d and %d words cannot be compared".formatted(a.width(), b.width()));
    }
    search(
        () -> {
          try (DeviceMemory left = upload(a);
              DeviceMemory right = upload(b);
              Rectangles rectangles =
                  new Rectangles(device.kernels(), left, right, a.width(), threshold)) {
            rectangles.all(a.count(), b.count(), checked(a, b, threshold, sink));
          }
        });
  }

  /** Nothing is held between two searches. */
  @Override
  public void close() {}

  private void search(Runnable work) {
    try {
      device.on(
          () -> {
            work.run();
            return this;
          });
    } catch (CudaFailure | CudaException failed) {
      throw new PairSearchException(failed.getMessage(), failed);
    }
  }

  private static DeviceMemory upload(HashRun run) {
    long bytes = (long) Long.BYTES * run.words().length;
    DeviceMemory memory = DeviceMemory.of(bytes);
    try {
      return memory.put(Pointer.to(run.words()), bytes);
    } catch (CudaException failed) {
      memory.close();
      throw failed;
    }
  }

  /** A pair that a device tells of wrongly must never join two pictures. */
  private static PairSink checked(HashRun a, HashRun b, int threshold, PairSink sink) {
    return (i, j) -> {
      int distance = a.distance(i, b, j);
      if (distance > threshold) {
        throw new CudaFailure(
            "The GPU calls hashes %d and %d near, but %d bits differ and only %d may"
                .formatted(i, j, distance, threshold));
      }
      sink.near(i, j);
    };
  }
}
