package io.lumina.gpu.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.gpu.HostDriver;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code scripts/lumina --gpu} is told, on the driver of the tests. */
class DisguisedProbeIT {
  @Test
  void devices_that_take_the_kernels_are_usable() throws Exception {
    HostDriver.Ended ended =
        new HostDriver(Map.of("DISGUISED_DEVICES", "90,80")).run(ProbeMain.class);
    assertThat(ended.exit()).as(ended.printed()).isZero();
    assertThat(ended.printed())
        .startsWith("Host in disguise 0 (sm_90, ")
        .contains("Host in disguise 1 (sm_80, ")
        .contains(", CUDA 13.0");
  }

  @Test
  void a_driver_that_refuses_the_kernels_is_no_usable_gpu() throws Exception {
    HostDriver.Ended ended = new HostDriver(Map.of("DISGUISED_REFUSAL", "1")).run(ProbeMain.class);
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.printed().lines())
        .containsExactly(
            "Host in disguise 0 cannot be used: The driver does not take the kernels:"
                + " CUDA_ERROR_UNSUPPORTED_PTX_VERSION");
  }
}
