package io.lumina.gpu.driver;

import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.JCudaDriver;

/**
 * One GPU for programs that have it without cuDF. It shares the primary context that cuDF and every
 * CUDA runtime use, and never makes or resets one.
 */
public final class Device implements AutoCloseable {
  private final DeviceInfo info;
  private final CUdevice device;
  private final CUcontext context;
  private final Kernels kernels;

  private Device(DeviceInfo info, CUdevice device, CUcontext context) {
    this.info = info;
    this.device = device;
    this.context = context;
    this.kernels = Kernels.ofCurrentContext();
  }

  /**
   * Opens a GPU for the calling thread.
   *
   * @param number which; beyond the number of GPUs they are counted again from the first
   * @throws CudaFailure when there is no usable one
   */
  public static Device open(int number) {
    Probe.Found found = Driver.require();
    DeviceInfo info = found.devices().get(Math.floorMod(number, found.devices().size()));
    CUdevice device = new CUdevice();
    JCudaDriver.cuDeviceGet(device, info.ordinal());
    CUcontext context = new CUcontext();
    JCudaDriver.cuDevicePrimaryCtxRetain(context, device);
    JCudaDriver.cuCtxSetCurrent(context);
    return new Device(info, device, context);
  }

  /** The GPU and the CUDA version of its driver, for a person. */
  public String sentence() {
    return info.sentence() + ", CUDA " + Driver.require().driver();
  }

  /** Which GPU it is. */
  public DeviceInfo info() {
    return info;
  }

  /** Its kernels. */
  public Kernels kernels() {
    return kernels;
  }

  /** Makes the device that of the calling thread; each thread that uses it calls this first. */
  public void use() {
    JCudaDriver.cuCtxSetCurrent(context);
  }

  /** Waits until all that this thread asked for is done. */
  public void await() {
    JCudaDriver.cuStreamSynchronize(JCudaDriver.CU_STREAM_PER_THREAD);
  }

  /** Bytes that are free now. */
  public long freeBytes() {
    long[] free = new long[1];
    JCudaDriver.cuMemGetInfo(free, new long[1]);
    return free[0];
  }

  @Override
  public void close() {
    JCudaDriver.cuDevicePrimaryCtxRelease(device);
  }
}
