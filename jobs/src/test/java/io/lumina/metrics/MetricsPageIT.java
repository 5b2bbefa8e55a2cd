package io.lumina.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumina.postgres.Child;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.Test;

/** What a scraper sees, with the settings of {@code conf/spark-cluster.conf}. */
class MetricsPageIT {

  @Test
  void a_scraper_sees_what_a_step_counted_and_cost_while_the_run_goes_on() throws Exception {
    Path conf = Path.of("").toAbsolutePath().resolveSibling("conf/spark-cluster.conf");
    List<String> options = new ArrayList<>(List.of("-Xmx512m", "-XX:+UseSerialGC"));
    options.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    Process child = Child.java(options, SmallRun.class, conf.toString());
    List<String> lines =
        new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(child.waitFor()).isZero();

    String live = "metrics_lumina_driver_lumina_analyze_";
    assertThat(lines)
        .contains(
            "during " + live + "units_Value{type=\"gauges\"} 12",
            "during " + live + "units_done_Value{type=\"gauges\"} 6",
            "during " + live + "files_read_Value{type=\"gauges\"} 6",
            "during " + live + "bytes_read_Value{type=\"gauges\"} 6000",
            "after " + live + "files_read_Value{type=\"gauges\"} 12",
            "after " + live + "bytes_read_Value{type=\"gauges\"} 12000",
            "after " + live + "reason_broken_header_Value{type=\"gauges\"} 2",
            "after " + live + "tasks_Value{type=\"gauges\"} 5",
            "after " + live + "read_seconds_Value{type=\"gauges\"} 12.0",
            "after " + live + "seconds_Value{type=\"gauges\"} 30.0")
        .noneMatch(line -> line.startsWith("closed "));
  }

  /** A run in a session of its own: there can be one in a JVM only. */
  public static final class SmallRun {
    private static final int FILES = 12;

    private SmallRun() {}

    /** One argument: a file with properties of Spark. */
    public static void main(String[] arguments) throws Exception {
      SparkConf conf =
          new SparkConf().setMaster("local[2]").setAppName("page").set("spark.ui.port", "0");
      Properties shipped = new Properties();
      try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
        shipped.load(reader);
      }
      shipped.stringPropertyNames().stream()
          .filter(key -> key.startsWith("spark.metrics.") || key.startsWith("spark.ui."))
          .forEach(key -> conf.set(key, shipped.getProperty(key).strip()));
      try (JavaSparkContext spark = new JavaSparkContext(conf)) {
        run(spark);
      }
    }

    private static void run(JavaSparkContext spark) throws Exception {
      SparkContext context = spark.sc();
      try (RunMetrics metrics = RunMetrics.of(context, "run-1")) {
        // Before the step: it is not counted for it.
        spark.parallelize(List.of(1, 2, 3), 3).count();
        metrics.begin("analyze");
        ReadFile read =
            new ReadFile(
                TaskCounter.FILES_READ.register(context),
                TaskCounter.BYTES_READ.register(context),
                TaskCounter.READ_NANOS.register(context));
        metrics.progress("analyze").total(FILES);
        spark.parallelize(files(FILES / 2), 2).foreach(read);
        // The end of the last tasks is told by another thread.
        context.listenerBus().waitUntilEmpty(10_000);
        metrics.progress("analyze").current(FILES / 2);
        print("during", context);
        spark.parallelize(files(FILES / 2), 3).foreach(read);
        metrics.end(
            "analyze",
            Duration.ofSeconds(30),
            Duration.ZERO,
            FILES,
            Map.of("files_read", (long) FILES, "bytes_read", 12_000L, "reason_broken_header", 2L));
        print("after", context);
      }
      print("closed", context);
    }

    private static List<Integer> files(int count) {
      List<Integer> files = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        files.add(i);
      }
      return files;
    }

    private static void print(String when, SparkContext spark)
        throws IOException, InterruptedException {
      HttpRequest page =
          HttpRequest.newBuilder(URI.create(spark.uiWebUrl().get() + "/metrics/prometheus/"))
              .build();
      Iterator<String> lines =
          HttpClient.newHttpClient()
              .send(page, HttpResponse.BodyHandlers.ofLines())
              .body()
              .filter(line -> line.contains("_driver_lumina_"))
              .iterator();
      while (lines.hasNext()) {
        System.out.println(when + " " + lines.next());
      }
    }
  }

  /** A file of a thousand bytes for which a task waited a second, it says. */
  private record ReadFile(LongAccumulator files, LongAccumulator bytes, LongAccumulator nanos)
      implements VoidFunction<Integer> {
    @Override
    public void call(Integer file) {
      files.add(1);
      bytes.add(1_000);
      nanos.add(1_000_000_000);
    }
  }
}
