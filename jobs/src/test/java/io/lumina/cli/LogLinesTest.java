package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LoggerContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines that {@code conf/log4j2.properties} writes. */
class LogLinesTest {
  private static final String FOLDER = "lumina.log.dir";

  @TempDir Path folder;
  private LoggerContext context;

  @BeforeEach
  void configure() {
    System.setProperty(FOLDER, folder.toString());
    context = new LoggerContext("test of lines");
    context.setConfigLocation(
        Launcher.script("lumina").resolveSibling("../conf/log4j2.properties").toUri());
    context.start();
  }

  @AfterEach
  void stop() {
    context.stop();
    System.clearProperty(FOLDER);
    ThreadContext.clearAll();
  }

  @Test
  void every_line_is_one_object_with_the_run_and_the_step() throws IOException {
    Logger log = context.getLogger("io.lumina.run.StepRunner");
    ThreadContext.put("run_id", "20260131T020000-nightly-holiday");
    ThreadContext.put("step", "scan");
    log.info("a \"quoted\" name\nof two lines, \u0000, \u001b[31m and \u202e");
    log.error("it failed", new IOException("the disk\nis full"));
    ThreadContext.clearAll();
    // As Spark hands them to the threads of tasks.
    ThreadContext.put("mdc.run_id", "20260131T020000-nightly-holiday");
    ThreadContext.put("mdc.step", "analyze");
    ThreadContext.put("mdc.taskName", "task 0.0 in stage 1.0");
    log.warn("from a task");
    log.debug("too much to say");

    List<JsonNode> lines = lines();
    assertThat(lines).hasSize(3);
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line.path("run_id").asText()).isEqualTo("20260131T020000-nightly-holiday");
              assertThat(line.path("logger").asText()).isEqualTo("io.lumina.run.StepRunner");
              assertThat(Instant.parse(line.path("time").asText())).isBefore(Instant.now());
            });
    assertThat(lines)
        .extracting(line -> line.path("level").asText())
        .containsExactly("INFO", "ERROR", "WARN");
    assertThat(lines)
        .extracting(line -> line.path("step").asText())
        .containsExactly("scan", "scan", "analyze");
    assertThat(lines.get(0).path("message").asText())
        .isEqualTo("a \"quoted\" name\nof two lines, \u0000, \u001b[31m and \u202e");
    assertThat(lines.get(1).path("error").asText())
        .contains("java.io.IOException: the disk\nis full")
        .contains("\tat io.lumina.cli.LogLinesTest");
    assertThat(lines.get(2).has("mdc.taskName")).isFalse();
  }

  @Test
  void a_line_outside_of_a_run_has_no_run() throws IOException {
    context.getLogger("org.apache.spark.SparkContext").warn("before the run");
    context.getLogger("org.apache.spark.SparkContext").info("of no interest");
    assertThat(lines()).singleElement().satisfies(line -> assertThat(line.has("run_id")).isFalse());
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("lumina.jsonl"))) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }
}
