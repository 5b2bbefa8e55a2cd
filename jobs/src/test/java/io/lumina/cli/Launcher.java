package io.lumina.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The program as people start it: by a script, on the jars of the build. */
final class Launcher {
  /** Of a run whose end is waited for. */
  static final int LONGEST_MINUTES = 10;

  private final Path script;
  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();

  /**
   * Starts in a folder.
   *
   * @param folder where what is printed goes, too
   */
  Launcher(Path folder) {
    this(folder, script("lumina"));
  }

  Launcher(Path folder, Path script) {
    this.script = script;
    this.folder = folder;
    environment.put("HOME", folder.toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    // Maven is at work already, with what it builds here.
    environment.put("LUMINA_BUILD", "keep");
  }

  /** A script of this repository. */
  static Path script(String name) {
    Path top = Path.of("").toAbsolutePath();
    return (Files.isDirectory(top.resolve("scripts")) ? top : top.getParent())
        .resolve("scripts")
        .resolve(name);
  }

  Launcher with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Starts and returns at once; the process id is that of the driver itself. */
  Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/bash", script.toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out.txt").toFile())
            .redirectError(folder.resolve("err.txt").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("LUMINA"));
    builder.environment().remove("SPARK_HOME");
    environment.forEach(builder.environment()::put);
    return builder.start();
  }

  /** Runs to the end. */
  Cli.Ended run(String... arguments) throws IOException, InterruptedException {
    return ended(start(arguments));
  }

  /** How a process of this ended; one that does not end is killed. */
  Cli.Ended ended(Process process) throws IOException, InterruptedException {
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(
          "Still running after " + LONGEST_MINUTES + " minutes: " + printed("err.txt"));
    }
    return new Cli.Ended(process.exitValue(), printed("out.txt"), printed("err.txt"));
  }

  String printed(String file) throws IOException {
    return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
  }
}
