package io.lumina.cli;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Programs of this machine that check what is shipped. */
final class Tools {
  private final Path folder;

  Tools(Path folder) {
    this.folder = folder;
  }

  /** What a program ended with, and all that it printed. */
  record Ran(int exit, String out) {}

  /** Skips a test where this cannot be run; {@code .ci/run} installs what it takes. */
  void assume(String... command) throws InterruptedException {
    int exit;
    try {
      exit = run(command).exit();
    } catch (IOException absent) {
      exit = 127;
    }
    assumeThat(exit).as("%s can be run here", String.join(" ", command)).isZero();
  }

  /** Runs it in the folder, to its end. */
  Ran run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), out);
  }
}
