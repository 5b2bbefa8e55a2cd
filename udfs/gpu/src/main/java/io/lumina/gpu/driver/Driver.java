package io.lumina.gpu.driver;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import jcuda.CudaException;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;

/** NVIDIA's driver, looked for once. */
public final class Driver {
  private static final int NAME_BYTES = 256;

  private Driver() {}

  /** Asks for devices; never throws for a machine without any. */
  public static Probe probe() {
    return Holder.PROBE;
  }

  /**
   * Makes the driver ready.
   *
   * @throws CudaFailure when there is no usable GPU
   */
  static Probe.Found require() {
    if (probe() instanceof Probe.Found found) {
      return found;
    }
    throw new CudaFailure(((Probe.Missing) probe()).reason());
  }

  private static Probe look() {
    try {
      NativeLibrary.OF_DRIVER.unpack();
      JCudaDriver.setExceptionsEnabled(true);
      JCudaDriver.cuInit(0);
      List<DeviceInfo> devices = devices();
      List<DeviceInfo> usable = devices.stream().filter(DeviceInfo::isUsable).toList();
      if (devices.isEmpty()) {
        return new Probe.Missing("the NVIDIA driver finds no GPU");
      }
      return usable.isEmpty()
          ? new Probe.Missing("the kernels need sm_75 or newer, not " + devices.get(0).sentence())
          : new Probe.Found(usable, version(), DriverVersion.ofThisMachine());
    } catch (UnsatisfiedLinkError | NoClassDefFoundError | UncheckedIOException absent) {
      return new Probe.Missing(
          "the NVIDIA driver (libcuda.so.1) cannot be loaded: " + NativeLibrary.reason(absent));
    } catch (CudaException refused) {
      return new Probe.Missing("the NVIDIA driver does not start: " + refused.getMessage());
    }
  }

  private static List<DeviceInfo> devices() {
    int[] count = new int[1];
    JCudaDriver.cuDeviceGetCount(count);
    return IntStream.range(0, count[0]).mapToObj(Driver::device).toList();
  }

  private static DeviceInfo device(int ordinal) {
    CUdevice device = new CUdevice();
    JCudaDriver.cuDeviceGet(device, ordinal);
    byte[] name = new byte[NAME_BYTES];
    JCudaDriver.cuDeviceGetName(name, NAME_BYTES, device);
    int length = 0;
    while (length < NAME_BYTES && name[length] != 0) {
      length++;
    }
    long[] memory = new long[1];
    JCudaDriver.cuDeviceTotalMem(memory, device);
    return new DeviceInfo(
        ordinal,
        new String(name, 0, length, java.nio.charset.StandardCharsets.UTF_8),
        attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR),
        attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR),
        memory[0],
        attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT),
        attribute(device, CUdevice_attribute.CU_DEVICE_ATTRIBUTE_CLOCK_RATE));
  }

  private static int attribute(CUdevice device, int attribute) {
    int[] value = new int[1];
    JCudaDriver.cuDeviceGetAttribute(value, attribute, device);
    return value[0];
  }

  private static String version() {
    int[] version = new int[1];
    JCudaDriver.cuDriverGetVersion(version);
    return version[0] / 1000 + "." + version[0] % 1000 / 10;
  }

  /** Looks when first asked. */
  private static final class Holder {
    static final Probe PROBE = look();
  }

  /** Whether an error means that memory was short, so that less at a time may work. */
  static boolean isOutOfMemory(CudaException error) {
    return error.getMessage() != null
        && error.getMessage().contains(CUresult.stringFor(CUresult.CUDA_ERROR_OUT_OF_MEMORY));
  }
}
