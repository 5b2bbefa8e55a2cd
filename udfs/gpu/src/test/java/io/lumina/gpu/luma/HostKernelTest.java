package io.lumina.gpu.luma;

import io.lumina.gpu.HostProgram;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The kernels' own source, compiled for this machine. */
class HostKernelTest extends LumaContract {
  private static HostProgram program;

  @BeforeAll
  static void start() throws IOException {
    program = HostProgram.start("lumas", 1);
  }

  @AfterAll
  static void stop() throws IOException {
    if (program != null) {
      program.close();
    }
  }

  @Override
  LumaEngine engine() {
    return new HostLumas(program);
  }

  @Override
  int randomLumas() {
    return 100_000;
  }
}
