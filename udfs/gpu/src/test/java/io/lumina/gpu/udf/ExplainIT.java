package io.lumina.gpu.udf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the plugin's explain-only mode says of our functions, on a machine without a GPU, under the
 * properties that {@code scripts/lumina --gpu} uses. The plugin loads its classes only below
 * SparkSubmit.
 */
class ExplainIT {
  private static final List<String> CALLS =
      List.of(
          "lumina_dhash(luma)",
          "lumina_ahash(luma)",
          "lumina_whash(luma)",
          "lumina_pdq(luma)",
          "lumina_pdq_quality(luma)",
          "lumina_sharpness(luma)",
          "lumina_hamming(hash, hash + 1)",
          "lumina_hamming(bytes, bytes)",
          "ordinary(luma)",
          "lumina_sha256(luma)");

  private static final Map<String, String> EXPLAINED = new HashMap<>();

  @BeforeAll
  static void explain(@TempDir Path folder) throws IOException, InterruptedException {
    Path conf = Path.of("..", "..", "conf");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split(" ")));
    command.addAll(
        List.of(
            "-Dlog4j2.configurationFile=file:" + conf.resolve("log4j2.properties").toAbsolutePath(),
            "-Dlumina.log.dir=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            "org.apache.spark.deploy.SparkSubmit",
            "--master",
            "local[1]",
            "--properties-file",
            localProperties(conf, folder).toString(),
            "--conf",
            "spark.sql.codegen.wholeStage=false",
            "--conf",
            "spark.sql.codegen.factoryMode=NO_CODEGEN",
            "--conf",
            "spark.rapids.sql.mode=explainOnly",
            "--conf",
            "spark.ui.enabled=false",
            "--conf",
            "spark.sql.extensions=io.lumina.udf.LuminaExtensions",
            "--conf",
            "spark.sql.shuffle.partitions=2",
            "--class",
            ExplainMain.class.getName(),
            "spark-internal",
            folder.resolve("pictures").toString()));
    command.addAll(CALLS);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    Arrays.stream(output.split("(?m)^" + ExplainMain.MARK))
        .skip(1)
        .forEach(part -> EXPLAINED.put(part.lines().findFirst().orElse(""), part));
  }

  /** As scripts/lumina reads them: local executors have no resources to ask for. */
  private static Path localProperties(Path conf, Path folder) throws IOException {
    try (Stream<String> lines = Files.lines(conf.resolve("spark-gpu.conf"))) {
      return Files.write(
          folder.resolve("local.conf"),
          lines.filter(line -> !line.contains(".resource.")).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lumina_dhash(luma)",
        "lumina_ahash(luma)",
        "lumina_whash(luma)",
        "lumina_pdq(luma)",
        "lumina_pdq_quality(luma)",
        "lumina_sharpness(luma)",
        "lumina_hamming(hash, hash + 1)",
        "lumina_hamming(bytes, bytes)"
      })
  void our_function_would_run_on_the_gpu(String call) {
    String function = call.substring(0, call.indexOf('('));
    assertThat(EXPLAINED.get(call))
        .containsPattern("\\*Expression <ScalaUDF> " + function + "\\(.* will run on GPU")
        .contains("*Exec <ProjectExec> will run on GPU")
        .doesNotContain("provides a GPU implementation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ordinary(luma)", "lumina_sha256(luma)"})
  void a_function_without_a_columnar_form_would_not(String call) {
    assertThat(EXPLAINED.get(call))
        // The plugin hands the rows of that one function to the CPU and back.
        .containsPattern(
            "\\^Expression <ScalaUDF> .* via CPU bridge because neither .* provides a GPU"
                + " implementation")
        .doesNotContain("*Expression <ScalaUDF>");
  }

  @Test
  void where_there_is_no_gpu_the_same_functions_still_answer_on_the_cpu() {
    assertThat(EXPLAINED.get("lumina_dhash(luma)")).contains("answers 57");
    assertThat(EXPLAINED.get("lumina_pdq(luma)")).contains("answers 57");
  }
}
