package io.lumina.gpu.driver;

import java.util.List;

/** Whether this machine has a GPU that the kernels run on. */
public sealed interface Probe {

  /**
   * There is one, or more.
   *
   * @param devices in the order of the driver, at least one
   * @param driver the CUDA version that the driver supports, such as 13.0
   */
  record Found(List<DeviceInfo> devices, String driver) implements Probe {
    public Found {
      devices = List.copyOf(devices);
    }
  }

  /**
   * There is none.
   *
   * @param reason half a sentence for a person
   */
  record Missing(String reason) implements Probe {}
}
