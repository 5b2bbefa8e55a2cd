package io.lumina.gpu.udf;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.gpu.check.Finding;
import io.lumina.gpu.check.Findings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of {@code gpu-check --spark} itself, with Spark on the CPU. */
class ColumnarCheckIT {
  @Test
  void on_the_cpu_all_is_correct_but_that_the_plan_is_the_gpus(@TempDir Path folder)
      throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Findings findings = new Findings(new PrintStream(printed, true));
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.extensions", "io.lumina.udf.LuminaExtensions")
            .getOrCreate()) {
      new ColumnarCheck(spark, folder.resolve("check").toString(), 60).run(findings);
    }
    Map<Boolean, List<String>> byPlan =
        findings.all().stream()
            .filter(finding -> !finding.correct())
            .map(Finding::what)
            .collect(
                java.util.stream.Collectors.partitioningBy(what -> what.startsWith("the plan ")));
    assertThat(byPlan.get(false)).as(printed.toString()).isEmpty();
    assertThat(byPlan.get(true)).hasSize(8);
    assertThat(findings.all()).hasSizeGreaterThan(8);
  }
}
