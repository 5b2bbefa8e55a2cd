package io.lumina.gpu.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DriverTest {
  @Test
  void a_machine_without_a_driver_says_so_and_throws_nothing() {
    assumeThat(Driver.probe()).isInstanceOf(Probe.Missing.class);
    assertThat(((Probe.Missing) Driver.probe()).reason()).startsWith("the NVIDIA driver ");
    assertThatThrownBy(() -> Device.open(0))
        .isInstanceOf(CudaFailure.class)
        .hasMessageStartingWith("the NVIDIA driver ");
  }

  @Test
  void what_was_found_is_one_line() {
    DeviceInfo one = new DeviceInfo(0, "NVIDIA H200", 9, 0, 141L << 30, 132, 1_980_000);
    assertThat(new Probe.Found(List.of(one), "13.0").sentence())
        .isEqualTo("NVIDIA H200 (sm_90, 132 multiprocessors, 141.0 GiB), CUDA 13.0");
  }

  @Test
  void devices_older_than_the_kernels_are_not_usable() {
    assertThat(new DeviceInfo(0, "Tesla V100", 7, 0, 1L << 34, 80, 1_530_000).isUsable()).isFalse();
    assertThat(new DeviceInfo(0, "Tesla T4", 7, 5, 1L << 34, 40, 1_590_000).isUsable()).isTrue();
    assertThat(new DeviceInfo(0, "H200", 9, 0, 141L << 30, 132, 1_980_000).sentence())
        .isEqualTo("H200 (sm_90, 132 multiprocessors, 141.0 GiB)");
  }
}
