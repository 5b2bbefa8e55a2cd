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

  /** Copies from the host, in order with what this thread launches. */
  public DeviceMemory put(Pointer from, long count) {
    return put(0, from, count);
  }

  /** The same to a place inside. */
  public DeviceMemory put(long at, Pointer from, long count) {
    check(at, count);
    JCudaDriver.cuMemcpyHtoDAsync(
        address.withByteOffset(at), from, count, JCudaDriver.CU_STREAM_PER_THREAD);
    return this;
  }

  /** Copies to the host and waits until that, and all before it, is done. */
  public void get(Pointer to, long count) {
    check(0, count);
    JCudaDriver.cuMemcpyDtoHAsync(to, address, count, JCudaDriver.CU_STREAM_PER_THREAD);
    JCudaDriver.cuStreamSynchronize(JCudaDriver.CU_STREAM_PER_THREAD);
  }

  @Override
  public void close() {
    JCudaDriver.cuMemFree(address);
  }

  private void check(long at, long count) {
    if (at < 0 || count < 0 || count > bytes - at) {
      throw new IllegalArgumentException(
          "%d bytes at %d do not fit into %d".formatted(count, at, bytes));
    }
  }

  /** JCuda shows the address to subclasses only. */
  private static final class Address extends CUdeviceptr {
    long value() {
      return getNativePointer() + getByteOffset();
    }
  }
}
