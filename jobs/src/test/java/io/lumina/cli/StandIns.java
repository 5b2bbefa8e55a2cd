package io.lumina.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Programs that stand for Java and Maven: Java says its words, Maven makes what the launcher looks
 * for and writes down that it was called.
 */
final class StandIns {
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cksum",
          "dirname",
          "env",
          "find",
          "flock",
          "grep",
          "ln",
          "mkdir",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "sort",
          "tail",
          "xargs");

  private final Path folder;

  /**
   * Makes them.
   *
   * @param folder where they go; not there yet
   */
  StandIns(Path folder) throws IOException {
    this.folder = folder;
    Checkout.program(
        folder.resolve("jdk/bin/java"),
        """
        if [ "$1" = -XshowSettings:properties ]; then
          echo '    java.specification.version = 17' >&2
          exit
        fi
        printf '%s\\n' "$@"
        [ -z "${JAVA_WAITS:-}" ] || read -r _ <"$JAVA_WAITS\"\
        """);
    Checkout.program(folder.resolve("jdk/bin/javac"), "exit 0");
    Checkout.program(
        folder.resolve("bin/mvn"),
        """
        echo built >>"$BUILDS"
        [ -z "${MAVEN_WAITS:-}" ] || read -r _ <"$MAVEN_WAITS"
        mkdir -p jobs/target/lib jobs/target/spark-jars
        : >jobs/target/lumina-jobs.jar\
        """);
    for (String tool : TOOLS) {
      Path there = Path.of("/usr/bin", tool);
      Checkout.program(
          folder.resolve("bin").resolve(tool),
          "exec " + (Files.exists(there) ? there : Path.of("/bin", tool)) + " \"$@\"");
    }
  }

  /** The launcher of a checkout, which finds nothing but these. */
  Launcher launcher(Path home, Path script) throws IOException {
    return new Launcher(Files.createDirectories(home), script)
        .with("LUMINA_BUILD", "auto")
        .with("JAVA_HOME", folder.resolve("jdk").toString())
        .with("PATH", folder.resolve("bin").toString())
        .with("BUILDS", folder.resolve("builds").toString());
  }

  /** How often Maven was called. */
  long builds() throws IOException {
    Path builds = folder.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  /** Something to wait at: who reads it waits until somebody {@link #open}s it. */
  Path gate(String name) throws IOException, InterruptedException {
    Path gate = folder.resolve(name);
    new ProcessBuilder("mkfifo", gate.toString()).start().waitFor();
    return gate;
  }

  static void open(Path gate) throws IOException {
    Files.writeString(gate, "go\n");
  }

  /** As on a system that lacks a tool. */
  void without(String tool) throws IOException {
    Files.delete(folder.resolve("bin").resolve(tool));
  }
}
