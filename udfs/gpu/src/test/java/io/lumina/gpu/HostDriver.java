package io.lumina.gpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Java programs with a library of the tests in the place of NVIDIA's driver. */
public final class HostDriver {
  private final Map<String, String> environment;

  /**
   * @param environment variables that the library reads; see {@code driver.cpp}
   */
  public HostDriver(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * How a program ended.
   *
   * @param exit its code
   * @param printed all of its output
   */
  public record Ended(int exit, String printed) {}

  /** Runs a program to its end; where there is no g++ the test is left out. */
  public Ended run(Class<?> program, String... arguments) throws IOException, InterruptedException {
    Path driver = HostProgram.driver();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LD_LIBRARY_PATH", driver.getParent().toString());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), printed);
  }
}
