package io.lumina;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.spark.sql.SparkSession;

/** The one local session that all tests of a JVM share. */
public final class SharedSpark {
  private static SparkSession session;

  private SharedSpark() {}

  /** Two threads, no UI, UTC, Delta; the warehouse is a temporary folder. */
  public static synchronized SparkSession session() {
    if (session == null) {
      session =
          SparkSession.builder()
              .master("local[2,2]")
              .appName("lumina-tests")
              .config("spark.ui.enabled", "false")
              .config("spark.driver.host", "127.0.0.1")
              .config("spark.sql.shuffle.partitions", "4")
              .config("spark.sql.session.timeZone", "UTC")
              .config(
                  "spark.sql.extensions",
                  "io.delta.sql.DeltaSparkSessionExtension,io.lumina.udf.LuminaExtensions")
              .config(
                  "spark.sql.catalog.spark_catalog",
                  "org.apache.spark.sql.delta.catalog.DeltaCatalog")
              .config("spark.databricks.delta.snapshotPartitions", "2")
              // As the configurations that are shipped.
              .config("spark.sql.codegen.wholeStage", "false")
              .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
              .config("spark.sql.optimizer.canChangeCachedPlanOutputPartitioning", "true")
              // A vacuum makes so many tasks for each table: 10,000 where nobody says otherwise.
              .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", "4")
              .config("spark.sql.warehouse.dir", temporaryFolder())
              .getOrCreate();
    }
    return session;
  }

  private static String temporaryFolder() {
    try {
      return Files.createTempDirectory("lumina-warehouse").toUri().toString();
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary folder for the test warehouse", e);
    }
  }
}
