package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the benchmarks are started with; Java is stood for by a program that says its words. */
class BenchScriptTest {
  @TempDir Path folder;

  private Checkout checkout;

  @BeforeEach
  void a_build() throws IOException {
    checkout = new Checkout(folder.resolve("lumina"));
    for (String each : List.of("classes", "test-classes", "lib", "spark-jars")) {
      Files.createDirectories(checkout.path("jobs/target/" + each));
    }
    Files.createDirectories(folder.resolve("photos"));
    Files.createDirectories(folder.resolve("seed/warehouse"));
  }

  private Cli.Ended bench(String... arguments) throws Exception {
    Path java = Checkout.program(folder.resolve("jdk/bin/java"), "pwd; printf '%s\\n' \"$@\"");
    return new Launcher(folder, checkout.path("scripts/bench"))
        .with("JAVA_HOME", java.getParent().getParent().toString())
        .run(arguments);
  }

  @Test
  void nights_take_a_relative_folder_and_what_is_for_spark_submit() throws Exception {
    Cli.Ended ended =
        bench(
            "nights",
            "photos",
            "--folder",
            "F1",
            "--nights",
            "3",
            "--conf",
            "spark.ui.enabled=true",
            "--driver-memory",
            "2g");
    assertThat(ended.exit()).as(ended.err()).isZero();
    Path real = folder.toRealPath();
    assertThat(ended.out())
        .startsWith(real.resolve("lumina") + "\n")
        .contains("\n--add-opens=java.base/java.lang=ALL-UNNAMED\n")
        .doesNotContain("jdk.incubator.vector")
        .endsWith(
            """
            io.lumina.cli.NightsBench
            %s
            %s
            2g
            3
            local
            --conf
            spark.ui.enabled=true
            """
                .formatted(real.resolve("photos"), real.resolve("F1")));
  }

  @Test
  void a_multiple_takes_the_session_of_one_machine() throws Exception {
    Cli.Ended ended = bench("scale", "seed", "10", "--folder", "F2");
    assertThat(ended.exit()).as(ended.err()).isZero();
    Path real = folder.toRealPath();
    assertThat(ended.out())
        .contains("\n-Dspark.serializer.objectStreamReset=5\n")
        .endsWith(
            "ScaleBench\n%s\n10\n%s\n3g\n2\n".formatted(real.resolve("seed"), real.resolve("F2")));
  }

  @ParameterizedTest
  @CsvSource({
    "nights, photos, --folder, bench-nights: --folder needs a value",
    "nights, photos, --driver-memory, bench-nights: --driver-memory needs a value",
    "nights, photos, --nights, bench-nights: --nights needs a value",
  })
  void an_option_without_a_value_is_one_line(
      String bench, String directory, String option, String said) throws Exception {
    Cli.Ended ended = bench(bench, directory, option);
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err().lines()).containsExactly(said);
  }

  @Test
  void what_is_missing_is_shown_by_the_head_of_the_script() throws Exception {
    Cli.Ended folderless = bench("nights", "nowhere");
    assertThat(folderless.exit()).isEqualTo(1);
    assertThat(folderless.err())
        .contains("Usage: scripts/bench nights DIR [--nights N]")
        .doesNotContain("set -euo");
    assertThat(bench("scale", "seed", "10", "--nights", "none").err().lines())
        .containsExactly("bench-scale: --nights is none; it must be a number from 1 on");
    assertThat(bench("scale", "seed", "10", "--cluster").err().lines())
        .containsExactly("bench-scale: --cluster is an option of scripts/bench nights");
    assertThat(bench("none").err())
        .startsWith("bench: say which one of: act analyze captions duplicates");
  }
}
