package io.lumina.gpu.luma;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.lumina.gpu.driver.Device;
import io.lumina.gpu.driver.Driver;
import io.lumina.gpu.driver.Probe;
import org.junit.jupiter.api.BeforeAll;

/** A real device, where there is one. */
class DeviceLumasTest extends LumaContract {
  private static Device device;

  @BeforeAll
  static void open() {
    assumeThat(Driver.probe()).isInstanceOf(Probe.Found.class);
    device = Device.open(0);
  }

  @Override
  LumaEngine engine() {
    return new DeviceLumas(device);
  }

  @Override
  int randomLumas() {
    return 1_000_000;
  }
}
