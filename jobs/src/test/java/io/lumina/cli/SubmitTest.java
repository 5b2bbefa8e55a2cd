package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line that {@code scripts/submit} calls spark-submit with, on a Spark that is stood for. */
class SubmitTest {
  private static final String MASTER = "spark://head:7077";

  @TempDir Path folder;

  private Checkout checkout;
  private Path spark;

  @BeforeEach
  void a_build_without_the_gpu_module() throws IOException {
    checkout =
        new Checkout(folder.resolve("lumina"))
            .built("jobs/target/lumina-jobs.jar", "jobs/target/lib/picocli-4.7.7.jar");
    spark = folder.resolve("spark");
    Checkout.program(spark.resolve("bin/spark-submit"), "exit 99");
    Checkout.empty(spark.resolve("jars/spark-core_2.13-4.1.1.jar"));
  }

  private Launcher launcher() {
    return new Launcher(folder, checkout.path("scripts/submit"))
        .with("SPARK_HOME", spark.toString());
  }

  private Cli.Ended print(Launcher launcher, String... options) throws Exception {
    return launcher.run(
        Stream.of(List.of("--print", "--master", MASTER), Arrays.asList(options), List.of("scan"))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  /** The word after an option. */
  private static String value(Cli.Ended ended, String option) {
    List<String> words = Checkout.words(ended.out());
    assertThat(words).containsOnlyOnce(option);
    return words.get(words.indexOf(option) + 1);
  }

  private void gpuModuleIsBuilt() throws IOException {
    checkout.built("udfs/gpu/target/lumina-gpu.jar", "udfs/gpu/target/lib/jcuda-12.6.0.jar");
  }

  @Test
  void without_a_gpu_nothing_of_it_is_on_the_line() throws Exception {
    gpuModuleIsBuilt();
    Cli.Ended ended = print(launcher(), "--gpu", "off");
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .isEqualTo(print(launcher()).out())
        .doesNotContain("gpu")
        .contains("picocli");
  }

  @ParameterizedTest
  @CsvSource({"auto, false", "require, true"})
  void a_gpu_brings_its_jars_and_tells_the_run_what_computes(String gpu, boolean required)
      throws Exception {
    gpuModuleIsBuilt();
    Cli.Ended ended = print(launcher(), "--gpu", gpu);
    assertThat(ended.err().lines()).containsExactly("lumina: GPU: those of the executors");
    assertThat(value(ended, "--jars").split(","))
        .contains(
            checkout.path("udfs/gpu/target/lumina-gpu.jar") + "",
            checkout.path("udfs/gpu/target/lib/jcuda-12.6.0.jar") + "");
    String options = value(ended, "--driver-java-options");
    assertThat(options).contains("\"-Dlumina.gpu=those of the executors\"");
    assertThat(options.contains("-Dlumina.gpu.required=true")).isEqualTo(required);
    assertThat(ended.out()).doesNotContain("spark.plugins");
  }

  @Test
  void a_driver_on_the_cluster_is_told_too() throws Exception {
    gpuModuleIsBuilt();
    Cli.Ended ended = print(launcher(), "--deploy-mode=cluster", "--gpu=require");
    assertThat(value(ended, "--driver-java-options").strip())
        .isEqualTo("\"-Dlumina.gpu=those of the executors\" \"-Dlumina.gpu.required=true\"");
  }

  @Test
  void the_plugin_brings_its_settings_and_the_script_that_finds_devices() throws Exception {
    gpuModuleIsBuilt();
    Path plugin = Checkout.empty(folder.resolve("rapids-4-spark_2.13-26.08.1-cuda12.jar"));
    Cli.Ended ended = print(launcher().with("LUMINA_RAPIDS_JAR", plugin + ""), "--gpu", "auto");
    assertThat(value(ended, "--jars")).endsWith("," + plugin);
    assertThat(Checkout.words(ended.out()))
        .contains(
            "spark.plugins=com.nvidia.spark.SQLPlugin",
            "spark.executor.resource.gpu.amount=1",
            "spark.executor.resource.gpu.discoveryScript="
                + checkout.path("scripts/gpu-discovery"));
  }

  @Test
  void a_gpu_module_that_is_not_built_is_missed_only_where_it_is_required() throws Exception {
    String reason = "lumina-gpu is not built: mvn -Pgpu -DskipTests package";
    Cli.Ended nice = print(launcher(), "--gpu", "auto");
    assertThat(nice.exit()).isZero();
    assertThat(nice.err().lines()).containsExactly("lumina: GPU: none, since " + reason);
    assertThat(value(nice, "--driver-java-options"))
        .contains("\"-Dlumina.gpu=none, since " + reason + "\"");
    assertThat(value(nice, "--jars")).doesNotContain("gpu");
    Cli.Ended needed = print(launcher(), "--gpu", "require");
    assertThat(needed.exit()).isEqualTo(1);
    assertThat(needed.out()).isEmpty();
    assertThat(needed.err().lines()).containsExactly("lumina: --gpu require: " + reason);
    assertThat(print(launcher(), "--gpu", "yes").err().lines())
        .containsExactly("lumina: --gpu is yes; it can be auto, off or require");
  }

  @Test
  void options_of_java_stand_beside_ours() throws Exception {
    Cli.Ended ended =
        print(
            launcher(),
            "--driver-java-options",
            "-Dfirst=1",
            "--conf",
            "spark.driver.extraJavaOptions=\"-Dsecond=a b\"");
    assertThat(value(ended, "--driver-java-options"))
        .contains("\"-Dlumina.log.dir=" + folder.resolve(".lumina/logs") + "\"")
        .endsWith("-Dfirst=1 \"-Dsecond=a b\"");
    assertThat(ended.out()).doesNotContain("extraJavaOptions");
    Cli.Ended cluster =
        print(launcher(), "--deploy-mode", "cluster", "--driver-java-options", "-Dfirst=1");
    assertThat(value(cluster, "--driver-java-options").strip()).isEqualTo("-Dfirst=1");
  }

  @Test
  void without_a_spark_home_they_are_words_for_the_java_of_the_driver() throws Exception {
    checkout.built("jobs/target/spark-jars/spark-core_2.13-4.1.1.jar");
    Launcher launcher = new Launcher(folder, checkout.path("scripts/submit"));
    Cli.Ended ended = print(launcher, "--driver-java-options", "-Dfirst=1 \"-Dsecond=a b\"");
    List<String> words = Checkout.words(ended.out());
    assertThat(words.subList(0, words.indexOf("-cp")))
        .contains("-Dlumina.log.dir=" + folder.resolve(".lumina/logs"))
        .containsSubsequence("-Dfirst=1", "-Dsecond=a b");
  }
}
