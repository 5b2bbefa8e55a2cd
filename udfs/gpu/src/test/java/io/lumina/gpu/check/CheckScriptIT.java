package io.lumina.gpu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code scripts/gpu-check --spark} makes of how its rounds end; they are stood for. */
class CheckScriptIT {
  private static final Path SCRIPTS = Path.of("..", "..", "scripts").toAbsolutePath();

  @TempDir Path folder;

  private record Ended(int exit, String printed) {}

  /** Runs it with a spark-submit that does, line by line, what each round is to do. */
  private Ended check(Path script, String... rounds) throws Exception {
    Path submit = Files.createDirectories(folder.resolve("spark/bin")).resolve("spark-submit");
    Files.writeString(folder.resolve("rounds"), String.join("\n", rounds) + "\n");
    Files.writeString(
        submit,
        """
        #!/bin/bash
        echo "$@" >>"%1$s/called"
        round=$(sed -n "$(wc -l <"%1$s/called")p" "%1$s/rounds")
        case $round in *leak*) echo "ERROR ColumnVector: A DEVICE COLUMN VECTOR WAS LEAKED (ID: 7)" >&2 ;; esac
        exit "${round%% *}"
        """
            .formatted(folder));
    assertThat(submit.toFile().setExecutable(true)).isTrue();
    ProcessBuilder builder = new ProcessBuilder("bash", script.toString(), "--spark");
    builder.environment().put("SPARK_HOME", folder.resolve("spark").toString());
    builder
        .environment()
        .put("LUMINA_RAPIDS_JAR", Files.writeString(folder.resolve("plugin.jar"), "").toString());
    Process process = builder.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), printed);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 0",
    "7, 1, 0, 0, 7",
    "1, 7, 1, 0, 7",
    "0, 0, 1, 0, 1",
    "0, 0 leak, 0, 1, 7",
  })
  void the_gravest_round_is_the_exit_code_and_a_leak_is_a_wrong_answer(
      String first, String second, String third, String fourth, int exit) throws Exception {
    Ended ended = check(SCRIPTS.resolve("gpu-check"), first, second, third, fourth);
    assertThat(ended.exit()).as(ended.printed()).isEqualTo(exit);
    List<String> called = Files.readAllLines(folder.resolve("called"));
    assertThat(called).hasSize(4);
    assertThat(called.get(1)).contains("-Dai.rapids.refcount.debug=true");
    assertThat(called.get(3)).contains("injectRetryOOM=num_ooms=1,split=true");
    if (second.contains("leak")) {
      assertThat(ended.printed()).contains("WRONG: memory of the device 1 times not given back");
    }
  }

  @Test
  void what_was_packed_says_that_it_lacks_what_spark_needs() throws Exception {
    Path pack = Files.createDirectories(folder.resolve("pack/lib")).getParent();
    Files.copy(SCRIPTS.resolve("gpu-check"), pack.resolve("gpu-check"));
    try (Stream<Path> jars = Files.list(Path.of("target", "lib"))) {
      for (Path jar : jars.toList()) {
        Files.copy(jar, pack.resolve("lib").resolve(jar.getFileName()));
      }
    }
    Ended ended = check(pack.resolve("gpu-check"), "0", "0", "0", "0");
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.printed())
        .isEqualToIgnoringNewLines(
            "gpu-check: --spark needs more than is packed; take scripts/gpu-check of the"
                + " repository");
  }
}
