package io.lumina.gpu.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.gpu.HostDriver;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The whole check over JCuda, with a library of the tests in the place of NVIDIA's driver: what
 * Java hands over is what the kernels expect. Of a real device it says nothing.
 */
class DisguisedHostIT {
  @Test
  void all_that_java_passes_to_the_driver_reaches_the_kernels() throws Exception {
    HostDriver.Ended check = new HostDriver(Map.of()).run(GpuCheck.class, "--quick", "--answers");
    assertThat(check.exit()).as(check.printed()).isZero();
    assertThat(check.printed())
        .startsWith("GPU: Host in disguise 0 (sm_90,")
        .endsWith("All 16 checks are correct.\n");
  }
}
