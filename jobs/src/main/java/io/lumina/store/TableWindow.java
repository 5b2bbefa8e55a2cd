package io.lumina.store;

import java.time.Duration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.Metadata;
import scala.Option;

/** What the properties of a Delta table say of how long its versions are kept. */
final class TableWindow {
  static final String LOG = "delta.logRetentionDuration";
  static final String FILES = "delta.deletedFileRetentionDuration";

  private final SparkSession spark;
  private final String table;
  private final DeltaLog log;

  TableWindow(SparkSession spark, String table) {
    this.spark = spark;
    this.table = table;
    this.log = DeltaLog.forTable(spark, table);
  }

  /** How long a version can be read after it was replaced: by its files and by the log. */
  Retention promised() {
    Metadata metadata = metadata();
    return new Retention(
        Duration.ofMillis(
            Math.min(
                DeltaLog.tombstoneRetentionMillis(metadata), log.deltaRetentionMillis(metadata))));
  }

  /** Whether both properties say a window. */
  boolean says(Retention window) {
    scala.collection.immutable.Map<String, String> properties = metadata().configuration();
    Option<String> interval = Option.apply(window.interval());
    return properties.get(LOG).equals(interval) && properties.get(FILES).equals(interval);
  }

  /** Makes both properties say a window, which is a new version. */
  void set(Retention window) {
    spark.sql(
        "ALTER TABLE delta.`%s` SET TBLPROPERTIES ('%s' = '%s', '%s' = '%s')"
            .formatted(table.replace("`", "``"), LOG, window.interval(), FILES, window.interval()));
  }

  private Metadata metadata() {
    return log.update(false, Option.empty(), Option.empty()).metadata();
  }
}
