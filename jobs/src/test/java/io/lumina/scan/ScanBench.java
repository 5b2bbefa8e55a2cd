package io.lumina.scan;

import com.sun.management.OperatingSystemMXBean;
import io.lumina.job.JobContext;
import io.lumina.job.Progress;
import io.lumina.scan.list.DirectoryWalk;
import io.lumina.scan.list.NameRules;
import io.lumina.scan.list.ScanConfig;
import io.lumina.scan.list.SourceRoots;
import io.lumina.store.Store;
import io.lumina.table.FilesTable;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * Measures a scan: CPU seconds of this process for each part, start-up apart. Prints a line for
 * each part, its name and its seconds; {@code scripts/bench scan DIR} sets them beside find.
 */
public final class ScanBench {
  private static final String CATALOG = "00000000-0000-4000-8000-000000000000";
  private static final int UNCHANGED_SCANS = 2;

  private final ScanConfig config;
  private final String warehouse;
  private final PrintStream out;
  private double spent;

  private ScanBench(String directory, String warehouse, PrintStream out) {
    this.config =
        new ScanConfig(
            new SourceRoots(List.of(directory)),
            Optional.empty(),
            new NameRules(List.of("*"), List.of("xmp", "json"), List.of(), List.of()),
            List.of(warehouse),
            false,
            0.2,
            false);
    this.warehouse = warehouse;
    this.out = out;
  }

  /**
   * Runs it.
   *
   * @param arguments the directory to scan and an empty folder for tables
   */
  public static void main(String[] arguments) {
    new ScanBench(arguments[0], arguments[1], System.out).run();
  }

  private void run() {
    SparkSession spark = SparkSession.builder().appName("lumina scan bench").getOrCreate();
    spark.range(10).groupBy("id").count().collectAsList();
    lap("session");
    Store store = new Store(spark, warehouse + "/tables");
    store.read(FilesTable.SPEC, store.version(FilesTable.SPEC)).collectAsList();
    lap("tables");
    long rows = new DirectoryWalk(spark, warehouse + "/walk").walk(config).rows().count();
    lap("listing");
    new ScanJob().run(config, context(store, "first"));
    lap("first_scan");
    for (int scan = 1; scan <= UNCHANGED_SCANS; scan++) {
      new ScanJob().run(config, context(store, "unchanged-" + scan));
      lap("unchanged_scan_" + scan);
    }
    out.println("entries " + rows);
    spark.stop();
  }

  private static JobContext context(Store store, String run) {
    return new JobContext(store, CATALOG, run, Progress.SILENT);
  }

  /** CPU seconds of all threads since the last lap. */
  private void lap(String name) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double now = system.getProcessCpuTime() / 1e9;
    out.printf(Locale.ROOT, "%s %.2f%n", name, now - spent);
    spent = now;
  }
}
