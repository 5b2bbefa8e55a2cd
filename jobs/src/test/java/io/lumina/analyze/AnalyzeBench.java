package io.lumina.analyze;

import com.sun.management.OperatingSystemMXBean;
import io.lumina.analyze.read.AnalyzeConfig;
import io.lumina.container.FileFormat;
import io.lumina.hash.AverageHash;
import io.lumina.hash.DifferenceHash;
import io.lumina.hash.Pdq;
import io.lumina.hash.Sha256;
import io.lumina.hash.WaveletHash;
import io.lumina.image.PictureReader;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.job.Progress;
import io.lumina.meta.MetadataReader;
import io.lumina.quality.Sharpness;
import io.lumina.row.MetadataRows;
import io.lumina.store.Store;
import io.lumina.table.FilesTable;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The analyze job, from listing rows to Delta rows, beside the {@link Yardstick} over the same
 * files in the same process, in CPU seconds (user and system, garbage collector and compilers
 * included). Not a test: {@code scripts/bench-analyze DIR} runs its main method.
 */
public final class AnalyzeBench {
  private static final int WARM_UP = 16;
  private static final AnalyzeConfig CONFIG =
      new AnalyzeConfig(400_000_000L, 512L << 20, Duration.ofSeconds(30), 1, 20L << 30);

  private AnalyzeBench() {}

  /** Work that is measured. */
  private interface Work {
    void run() throws Exception;
  }

  /** Prints one line per measurement; the argument is a directory of pictures. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]).toRealPath();
    List<Path> files = files(folder);
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    int threads = Runtime.getRuntime().availableProcessors();
    System.out.printf(
        "%d files, %.1f MB, %.2f MB each, %d threads%n",
        files.size(), bytes / 1e6, bytes / 1e6 / files.size(), threads);
    Path scratch = Files.createTempDirectory("lumina-bench");
    List<Path> few = files.subList(0, Math.min(WARM_UP, files.size()));
    SparkSession spark = session(scratch, threads);
    analyze(listed(spark, scratch.resolve("few"), folder, few));
    System.out.printf(
        "start-up, with a first run over %d files: %.1f CPU s%n", few.size(), processSeconds());
    Yardstick.over(few, threads);

    Store all = listed(spark, scratch.resolve("all"), folder, files);
    Store again = listed(spark, scratch.resolve("again"), folder, few);
    double before = seconds(() -> Yardstick.over(files, threads));
    long started = System.nanoTime();
    double job = seconds(() -> analyze(all));
    double wall = (System.nanoTime() - started) / 1e9;
    double after = seconds(() -> Yardstick.over(files, threads));
    double fixed = seconds(() -> analyze(again));
    double yardstick = (before + after) / 2;
    each("yardstick: read, SHA-256, grey decode at 1/8 (before)", before, files);
    each("the same again (after)", after, files);
    each("analyze, listing rows to Delta rows", job, files);
    System.out.printf(
        "analyze once more over %d files, mostly the cost of its Spark jobs: %.2f CPU s%n",
        few.size(), fixed);
    System.out.printf("wall clock of analyze: %.1f s%n", wall);
    System.out.printf("ratio: %.2f%n", job / yardstick);
    stages(files);
    spark.stop();
  }

  private static List<Path> files(Path folder) throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().matches("(?i).*\\.(jpe?g|png|heic|tiff?|webp)"))
          .sorted()
          .toList();
    }
  }

  private static SparkSession session(Path scratch, int threads) {
    SparkSession spark =
        SparkSession.builder()
            .master("local[" + threads + "]")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.shuffle.partitions", "8")
            .config("spark.sql.session.timeZone", "UTC")
            .config(
                "spark.sql.extensions",
                "io.delta.sql.DeltaSparkSessionExtension,io.lumina.udf.LuminaExtensions")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.databricks.delta.snapshotPartitions", "2")
            .config("spark.sql.warehouse.dir", scratch.resolve("warehouse").toString())
            .getOrCreate();
    spark.sparkContext().setLogLevel("ERROR");
    return spark;
  }

  /** A store whose files are listed and not read. */
  private static Store listed(SparkSession spark, Path warehouse, Path folder, List<Path> files)
      throws Exception {
    Store store = new Store(spark, warehouse.toString());
    ListedRows rows = new ListedRows(folder, "listed");
    for (Path file : files) {
      rows.file(file);
    }
    store.append(FilesTable.SPEC, rows.in(spark), "listed");
    return store;
  }

  private static void analyze(Store store) {
    JobReport report =
        new AnalyzeJob()
            .run(CONFIG, new JobContext(store, ListedRows.CATALOG, "bench", Progress.SILENT));
    System.out.println("  " + report.counts());
  }

  /** What the parts cost on one warm thread. */
  private static void stages(List<Path> files) throws Exception {
    for (int round = 0; round < 2; round++) {
      double[] spent = new double[6];
      try (PictureReader pictures = new PictureReader()) {
        MetadataReader metadata = new MetadataReader();
        for (Path file : files) {
          byte[][] content = new byte[1][];
          byte[][] luma = new byte[1][];
          spent[0] += thread(() -> content[0] = Yardstick.read(file));
          spent[1] += thread(() -> Sha256.of(content[0]));
          spent[2] += thread(() -> Yardstick.decode(content[0]));
          FileFormat format = FileFormat.detect(content[0]);
          spent[3] += thread(() -> luma[0] = pictures.read(content[0], format).luma());
          spent[4] += thread(() -> row(metadata, content[0]));
          spent[5] += thread(() -> hashes(luma[0]));
        }
      }
      if (round == 1) {
        each("  stage: read", spent[0], files);
        each("  stage: SHA-256", spent[1], files);
        each("  stage: bare grey decode at 1/8 (not part of the job)", spent[2], files);
        each("  stage: structure, decode, luma", spent[3], files);
        each("  stage: metadata and row", spent[4], files);
        each("  stage: hashes and sharpness", spent[5], files);
      }
    }
  }

  private static Row row(MetadataReader metadata, byte[] content) {
    return MetadataRows.of(metadata.read(content).metadata());
  }

  private static void hashes(byte[] luma) {
    if (luma.length > 0) {
      DifferenceHash.ofLuma(luma);
      AverageHash.ofLuma(luma);
      WaveletHash.ofLuma(luma);
      Pdq.ofLuma(luma);
      Sharpness.ofLuma(luma);
    }
  }

  private static void each(String what, double seconds, List<Path> files) {
    System.out.printf(
        "%-58s %8.2f CPU s %8.2f ms a file%n", what, seconds, seconds * 1e3 / files.size());
  }

  private static double seconds(Work work) throws Exception {
    double before = processSeconds();
    work.run();
    return processSeconds() - before;
  }

  private static double processSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static double thread(Work work) throws Exception {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    work.run();
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
  }
}
