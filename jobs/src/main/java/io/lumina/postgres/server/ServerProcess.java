package io.lumina.postgres.server;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs PostgreSQL's own programs in the home folder, quietly. PostgreSQL refuses to be root, so for
 * root they run in a user namespace of their own, where root is nobody.
 */
final class ServerProcess {
  private final Path home;
  private final Path programs;

  /**
   * Names the programs to run.
   *
   * @param home working directory; arguments name paths below it
   * @param binaries what {@link PostgresBinaries} unpacked
   */
  ServerProcess(Path home, Path binaries) {
    this.home = home;
    this.programs = binaries.resolve("bin");
  }

  /**
   * Runs one program to its end and returns what it printed.
   *
   * @throws LuminaException with its last line when it fails: temporary, or usage where it may not
   */
  String run(String program, String... arguments) throws IOException {
    return run(List.of(), program, arguments);
  }

  /** The same below another program, such as one that locks a file. */
  String run(List<String> below, String program, String... arguments) throws IOException {
    Output output = output(below, program, arguments);
    if (!output.succeeded()) {
      throw new LuminaException(
          output.text().contains("ermission denied") ? ExitCode.USAGE : ExitCode.TEMPORARY,
          "PostgreSQL's " + program + " failed in " + home + ": " + output.error());
    }
    return output.text();
  }

  /** Runs one program to its end, well or not, below another one. */
  Output output(List<String> below, String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(below);
    if ("0".equals(output(List.of("id", "-u")).text())) {
      command.addAll(List.of("unshare", "-U"));
      if (!output(List.of("unshare", "-U", "true")).succeeded()) {
        throw new LuminaException(
            ExitCode.USAGE,
            "PostgreSQL does not run as root, and user namespaces are off here; run as an ordinary"
                + " user, or give --jdbc-url of a server of yours");
      }
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    return output(command);
  }

  private Output output(List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("PG") || name.contains("PASSWORD"));
    environment.put("LC_ALL", "C");
    Process process = builder.start();
    process.getOutputStream().close();
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      return new Output(process.waitFor() == 0, text);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + command.get(0), stopped);
    }
  }

  /**
   * What came of a program.
   *
   * @param succeeded whether it ended with 0
   * @param text what it printed
   */
  record Output(boolean succeeded, String text) {
    /** The line that says why, which is not always the last: initdb cleans up after it. */
    String error() {
      return text.lines()
          .filter(line -> line.contains("error:") || line.contains("FATAL:"))
          .findFirst()
          .orElse(lastLine());
    }

    String lastLine() {
      return text.substring(text.lastIndexOf('\n') + 1);
    }
  }
}
