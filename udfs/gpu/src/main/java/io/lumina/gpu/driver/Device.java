package io.lumina.gpu.driver;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.JCudaDriver;

/**
 * One GPU for programs that have it without cuDF. It shares the primary context that cuDF and every
 * CUDA runtime use, and never makes or resets one. Once taken it is kept until the process ends:
 * the kernels are loaded into it.
 */
public final class Device {
  private static final Map<Integer, CUcontext> CONTEXTS = new ConcurrentHashMap<>();

  private final DeviceInfo info;
  private final CUcontext context;
  private final Kernels kernels;

  private Device(DeviceInfo info, CUcontext context) {
    this.info = info;
    this.context = context;
    this.kernels = on(Kernels::ofCurrentContext);
  }

  /**
   * Opens a GPU, with the kernels in it. The calling thread keeps the context that it has.
   *
   * @param number as the driver counts; where no usable GPU has it, the usable ones are counted,
   *     after the last again from the first
   * @throws CudaFailure when there is no usable one
   */
  public static Device open(int number) {
    Probe.Found found = Driver.require();
    DeviceInfo info = found.device(number);
    CUcontext context = CONTEXTS.computeIfAbsent(info.ordinal(), Device::retain);
    return new Device(info, context);
  }

  private static CUcontext retain(int ordinal) {
    CUdevice device = new CUdevice();
    JCudaDriver.cuDeviceGet(device, ordinal);
    CUcontext context = new CUcontext();
    JCudaDriver.cuDevicePrimaryCtxRetain(context, device);
    return context;
  }

  /** The GPU, its driver and the CUDA version of that, for a person. */
  public String sentence() {
    return info.sentence() + Driver.require().versions();
  }

  /** Which GPU it is. */
  public DeviceInfo info() {
    return info;
  }

  /** Its kernels. */
  public Kernels kernels() {
    return kernels;
  }

  /**
   * Works on the device. Afterwards the calling thread has the context again that it had: cuDF
   * remembers what it made current on a thread, and would go on in the context of another device.
   */
  public <T> T on(Supplier<T> work) {
    JCudaDriver.cuCtxPushCurrent(context);
    try {
      return work.get();
    } finally {
      JCudaDriver.cuCtxPopCurrent(new CUcontext());
    }
  }

  /** Waits until all that this thread asked for is done. */
  public void await() {
    JCudaDriver.cuStreamSynchronize(JCudaDriver.CU_STREAM_PER_THREAD);
  }
}
