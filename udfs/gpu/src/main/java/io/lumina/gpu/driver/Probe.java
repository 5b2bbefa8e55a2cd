package io.lumina.gpu.driver;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether this machine has a GPU that the kernels run on. */
public sealed interface Probe {

  /** One line for a person: the devices, or why there are none. */
  String sentence();

  /**
   * There is one, or more.
   *
   * @param devices usable ones in the order of the driver, at least one
   * @param cuda the version that the driver supports, such as 13.0
   * @param driver the driver's own version, such as 580.65.06, where the system tells it
   */
  record Found(List<DeviceInfo> devices, String cuda, Optional<String> driver) implements Probe {
    public Found {
      devices = List.copyOf(devices);
    }

    /** The one with a number, else one of them by turns. */
    DeviceInfo device(int number) {
      return devices.stream()
          .filter(device -> device.ordinal() == number)
          .findFirst()
          .orElseGet(() -> devices.get(Math.floorMod(number, devices.size())));
    }

    @Override
    public String sentence() {
      return devices.stream().map(DeviceInfo::sentence).collect(Collectors.joining(", "))
          + versions();
    }

    /** CUDA and driver, to end a sentence with. */
    String versions() {
      return ", CUDA " + cuda + driver.map(", driver "::concat).orElse("");
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
