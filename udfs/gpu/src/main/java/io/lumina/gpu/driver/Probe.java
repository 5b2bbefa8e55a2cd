package io.lumina.gpu.driver;

import java.util.List;
import java.util.stream.Collectors;

/** Whether this machine has a GPU that the kernels run on. */
public sealed interface Probe {

  /** One line for a person: the devices, or why there are none. */
  String sentence();

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

    @Override
    public String sentence() {
      return devices.stream().map(DeviceInfo::sentence).collect(Collectors.joining(", "))
          + ", CUDA "
          + driver;
    }
  }

  /**
   * There is none.
   *
   * @param reason half a sentence for a person
   */
  record Missing(String reason) implements Probe {
    @Override
    public String sentence() {
      return reason;
    }
  }
}
