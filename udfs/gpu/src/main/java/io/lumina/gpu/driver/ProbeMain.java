package io.lumina.gpu.driver;

import jcuda.CudaException;

/**
 * Prints what GPUs this machine has, or why none can be used (exit 1). A driver that is there may
 * still refuse the kernels, or a GPU that others hold; so they are loaded into each.
 */
public final class ProbeMain {
  private ProbeMain() {}

  /** Without arguments. */
  public static void main(String[] arguments) {
    Probe probe = opened();
    System.out.println(probe.sentence());
    System.exit(probe instanceof Probe.Found ? 0 : 1);
  }

  private static Probe opened() {
    if (Driver.probe() instanceof Probe.Found found) {
      for (DeviceInfo device : found.devices()) {
        try {
          Device.open(device.ordinal());
        } catch (CudaFailure | CudaException refused) {
          return new Probe.Missing(
              "%s cannot be used: %s".formatted(device.name(), refused.getMessage()));
        }
      }
    }
    return Driver.probe();
  }
}
