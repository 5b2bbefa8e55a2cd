package io.lumina.gpu.driver;

import jcuda.CudaException;
import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.JCudaDriver;

/** Memory of the device of the calling thread, for programs without cuDF. */
public final class DeviceMemory implements AutoCloseable {
  private final Address address = new Address();
  private final long bytes;

  private DeviceMemory(long bytes) {
    this.bytes = bytes;
  }

  /**
   * Takes memory.
   *
   * @throws CudaFailure when there is not so much
   */
  public static DeviceMemory of(long bytes) {
    DeviceMemory memory = new DeviceMemory(bytes);
    try {
      JCudaDriver.cuMemAlloc(memory.address, Math.max(1, bytes));
    } catch (CudaException e) {
      throw new CudaFailure(
          Driver.isOutOfMemory(e)
              ? "The GPU has no %d free bytes; give less of its memory to others".formatted(bytes)
              : "The GPU gave no %d bytes: %s".formatted(bytes, e.getMessage()),
          e);
    }
    return memory;
  }

  /** Where it lies. */
  public long address() {
    return address.value();
  }

  /** How long it is. */
  public long bytes() {
    return bytes;
  }

  /** Makes all bytes 0, in order with what this thread launches. */
  public DeviceMemory clear() {
    JCudaDriver.cuMemsetD8Async(address, (byte) 0, bytes, JCudaDriver.CU_STREAM_PER_THREAD);
    return this;
  }

  /** Copies from the host, and waits: an array of Java may move as soon as this returns. */
  public DeviceMemory put(Pointer from, long count) {
    check(count);
    JCudaDriver.cuMemcpyHtoD(address, from, count);
    return this;
  }

  /** Copies from page-locked memory in order with what this thread launches; does not wait. */
  public DeviceMemory putLocked(Pointer from, long count) {
    check(count);
    JCudaDriver.cuMemcpyHtoDAsync(address, from, count, JCudaDriver.CU_STREAM_PER_THREAD);
    return this;
  }

  /** Waits for all that this thread launched, and copies to the host. */
  public void get(Pointer to, long count) {
    check(count);
    JCudaDriver.cuStreamSynchronize(JCudaDriver.CU_STREAM_PER_THREAD);
    JCudaDriver.cuMemcpyDtoH(to, address, count);
  }

  @Override
  public void close() {
    JCudaDriver.cuMemFree(address);
  }

  private void check(long count) {
    if (count < 0 || count > bytes) {
      throw new IllegalArgumentException("%d bytes do not fit into %d".formatted(count, bytes));
    }
  }

  /** JCuda shows the address to subclasses only. */
  private static final class Address extends CUdeviceptr {
    long value() {
      return getNativePointer() + getByteOffset();
    }
  }
}
