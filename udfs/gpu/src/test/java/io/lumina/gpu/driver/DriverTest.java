package io.lumina.gpu.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertThat(new Probe.Found(List.of(one), "13.0", Optional.of("580.65.06")).sentence())
        .isEqualTo(
            "NVIDIA H200 (sm_90, 132 multiprocessors, 141.0 GiB), CUDA 13.0, driver 580.65.06");
  }

  @Test
  void the_version_of_the_driver_is_that_of_its_kernel_module() {
    assertThat(
            DriverVersion.in(
                "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.65.06  Release"
                    + " Build\n"
                    + "GCC version:  gcc version 12.2.0"))
        .hasValue("580.65.06");
    assertThat(
            DriverVersion.in(
                "NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.15  Tue Mar  5 22:23:56"))
        .hasValue("550.54.15");
    assertThat(DriverVersion.in("something else 1.2")).isEmpty();
  }

  @Test
  void half_of_a_library_that_another_process_left_is_replaced(@TempDir Path folder)
      throws IOException {
    Path there = folder.resolve(NativeLibrary.OF_DRIVER.fileName());
    Files.write(there, new byte[1000]);
    NativeLibrary.OF_DRIVER.unpackTo(folder);
    assertThat(Files.size(there)).isGreaterThan(100_000);
    FileTime first = Files.getLastModifiedTime(there);
    NativeLibrary.OF_DRIVER.unpackTo(folder);
    assertThat(Files.getLastModifiedTime(there)).isEqualTo(first);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(there);
    }
  }

  @Test
  void the_reason_is_one_line_and_names_what_the_linker_missed() {
    UnsatisfiedLinkError thrown =
        new UnsatisfiedLinkError(
            "Error while loading native library \"JCudaDriver\"\nStack trace:\n"
                + "java.lang.UnsatisfiedLinkError: /tmp/x.so: libcuda.so.1: cannot open shared"
                + " object file\n\tat java.base");
    assertThat(NativeLibrary.reason(thrown))
        .isEqualTo("/tmp/x.so: libcuda.so.1: cannot open shared object file");
    assertThat(NativeLibrary.reason(new NoClassDefFoundError("a\nb"))).isEqualTo("a");
    assertThat(NativeLibrary.reason(new NoClassDefFoundError()))
        .isEqualTo("java.lang.NoClassDefFoundError");
  }

  @Test
  void devices_older_than_the_kernels_are_not_usable() {
    assertThat(new DeviceInfo(0, "Tesla V100", 7, 0, 1L << 34, 80, 1_530_000).isUsable()).isFalse();
    assertThat(new DeviceInfo(0, "Tesla T4", 7, 5, 1L << 34, 40, 1_590_000).isUsable()).isTrue();
    assertThat(new DeviceInfo(0, "H200", 9, 0, 141L << 30, 132, 1_980_000).sentence())
        .isEqualTo("H200 (sm_90, 132 multiprocessors, 141.0 GiB)");
  }
}
