package io.lumina.gpu.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.gpu.HostProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The whole check over JCuda, with a library of the tests in the place of NVIDIA's driver: what
 * Java hands over is what the kernels expect. Of a real device it says nothing.
 */
class DisguisedHostIT {
  @Test
  void all_that_java_passes_to_the_driver_reaches_the_kernels() throws Exception {
    Path driver = HostProgram.driver();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            GpuCheck.class.getName(),
            "--quick",
            "--answers");
    builder.environment().put("LD_LIBRARY_PATH", driver.getParent().toString());
    Process check = builder.redirectErrorStream(true).start();
    String printed = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(check.waitFor()).as(printed).isZero();
    assertThat(printed)
        .startsWith("GPU: Host in disguise (sm_90,")
        .endsWith("All 11 checks are correct.\n");
  }
}
