package io.lumina.duplicates;

import static org.apache.spark.sql.functions.col;

import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.links.UnionFind;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.job.Progress;
import io.lumina.store.Store;
import io.lumina.table.BurstsTable;
import io.lumina.table.DecisionRows;
import io.lumina.table.EdgesTable;
import io.lumina.table.ImagesView;
import io.lumina.table.ShotsTable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Measures the whole duplicates job on synthetic hashes: Delta in, edges, groups and members with
 * their ids out. Writing the hashes is a run of its own, so that it warms nothing up.
 */
public final class DuplicatesBench {
  private static final double SECOND = 1e9;
  private static final double MILLIS = 1e3;

  private DuplicatesBench() {}

  /** See {@link BenchOptions#USAGE}. */
  public static void main(String[] arguments) throws IOException {
    BenchOptions options;
    try {
      options = BenchOptions.parse(arguments);
    } catch (LuminaException e) {
      System.err.println(e.getMessage());
      System.exit(ExitCode.USAGE.code());
      return;
    }
    SparkSession.Builder builder = SparkSession.builder().appName("duplicates-bench");
    if (System.getProperty("spark.master") == null) {
      builder.master("local[2]");
    }
    try (SparkSession spark = builder.getOrCreate()) {
      if (options.generate()) {
        generate(spark, options);
      } else {
        measure(spark, options);
      }
    }
  }

  private static void generate(SparkSession spark, BenchOptions options) {
    spark
        .range(0, options.hashes(), 1, 16)
        .as(Encoders.LONG())
        .map(new BenchLibrary(options), Encoders.row(ImagesView.SPEC.schema()))
        .write()
        .format("delta")
        .mode("overwrite")
        .save(options.warehouse() + "/images");
  }

  private static void measure(SparkSession spark, BenchOptions options) throws IOException {
    Dataset<Row> images = spark.read().format("delta").load(options.warehouse() + "/images");
    images.limit(1).collectAsList();
    double startCpu = cpuSeconds();
    long startWall = System.nanoTime();
    Store store = new Store(spark, options.warehouse() + "/out-" + startWall);
    DuplicatesJob job =
        new DuplicatesJob(
            images,
            spark.createDataFrame(List.of(), ShotsTable.SPEC.schema()),
            spark.createDataFrame(List.of(), BurstsTable.SPEC.schema()),
            spark.createDataFrame(List.of(), DecisionRows.SCHEMA));
    JobReport report =
        job.run(
            options.config(), new JobContext(store, BenchLibrary.CATALOG, "run", Progress.SILENT));
    double cpu = cpuSeconds() - startCpu;
    double wall = (System.nanoTime() - startWall) / SECOND;
    System.out.printf(
        "hashes=%d distribution=%s threshold=%d profile=%s search=%s seed=%d%n",
        options.hashes(),
        options.distribution().label(),
        options.threshold(),
        options.profile().label(),
        options.search().label(),
        options.seed());
    System.out.printf("cpu_s=%.1f wall_s=%.1f startup_cpu_s=%.1f%n", cpu, wall, startCpu);
    System.out.printf("jit_s=%.1f gc_s=%.1f (both of the whole process)%n", jit(), gc());
    System.out.printf("peak_rss=%s%n", peakMemory());
    for (Map.Entry<String, Long> count : report.counts().entrySet()) {
      System.out.printf("%s=%d%n", count.getKey(), count.getValue());
    }
    report.notes().forEach(System.out::println);
    System.out.println(recall(store, options));
  }

  /** The share of planted pairs, by distance, whose pictures are in one component of edges. */
  private static String recall(Store store, BenchOptions options) {
    BenchLibrary library = new BenchLibrary(options);
    PackedLongs links = new PackedLongs();
    for (Row edge :
        store
            .read(EdgesTable.SPEC)
            .select(col(EdgesTable.SHA_A), col(EdgesTable.SHA_B))
            .collectAsList()) {
      links.add(position(edge.getString(0)));
      links.add(position(edge.getString(1)));
    }
    UnionFind sets = UnionFind.of(links.toArray());
    int[] found = new int[options.threshold() + 3];
    int[] planted = new int[found.length];
    for (long pair = 0; pair < library.planted(); pair++) {
      int distance = library.distance(pair);
      planted[distance]++;
      if (sets.together(library.first(pair), library.partner(pair))) {
        found[distance]++;
      }
    }
    List<String> lines = new ArrayList<>();
    for (int distance = 0; distance < found.length; distance++) {
      lines.add("%d: %d/%d".formatted(distance, found[distance], planted[distance]));
    }
    int within = Arrays.stream(found, 0, options.threshold() + 1).sum();
    int all = Arrays.stream(planted, 0, options.threshold() + 1).sum();
    return "recall=%.6f of planted pairs within the threshold (by distance %s)"
        .formatted(all == 0 ? 1.0 : (double) within / all, String.join(", ", lines));
  }

  private static long position(String sha256) {
    return Long.parseUnsignedLong(sha256, 16, 32, 16);
  }

  private static double cpuSeconds() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / SECOND;
  }

  private static double jit() {
    return ManagementFactory.getCompilationMXBean().getTotalCompilationTime() / MILLIS;
  }

  private static double gc() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(collector -> collector.getCollectionTime())
            .sum()
        / MILLIS;
  }

  private static String peakMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "unknown";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.substring("VmHWM:".length()).strip())
        .findFirst()
        .orElse("unknown");
  }
}
