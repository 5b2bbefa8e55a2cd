package io.lumina.store;

import static org.apache.spark.sql.functions.col;

import io.delta.tables.DeltaTable;
import io.lumina.table.FilesTable;
import io.lumina.table.TableSpec;
import java.util.Arrays;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import scala.Option;

/** The Delta tables of one warehouse. Each commit carries the run id in its user metadata. */
public final class Store {
  private static final String CATALOG_ID = FilesTable.CATALOG_ID;

  private final SparkSession spark;
  private final String warehouse;

  /**
   * Opens a warehouse; a table comes into being when it is first asked for.
   *
   * @param warehouse directory, as a Hadoop path
   */
  public Store(SparkSession spark, String warehouse) {
    this.spark = Objects.requireNonNull(spark, "spark");
    this.warehouse = Objects.requireNonNull(warehouse, "warehouse");
  }

  public SparkSession spark() {
    return spark;
  }

  public String warehouse() {
    return warehouse;
  }

  /** The newest version number of a table, which is 0 when it was just created. */
  public long version(TableSpec table) {
    table(table);
    return DeltaLog.forTable(spark, location(table))
        .update(false, Option.empty(), Option.empty())
        .version();
  }

  /** Whether a table is there already; asking does not make it. */
  public boolean exists(TableSpec table) {
    return DeltaTable.isDeltaTable(spark, location(table));
  }

  /** What tells a table from another one that was made at its place later. */
  public String id(TableSpec table) {
    return table(table).detail().select("id").first().getString(0);
  }

  /** The newest state of a table. */
  public Dataset<Row> read(TableSpec table) {
    return table(table).toDF().select(columns(table));
  }

  /** A table as it was at a version. */
  public Dataset<Row> read(TableSpec table, long version) {
    table(table);
    return spark
        .read()
        .format("delta")
        .option("versionAsOf", version)
        .load(location(table))
        .select(columns(table));
  }

  /** The rows of one catalog at a version. */
  public Dataset<Row> read(TableSpec table, long version, String catalogId) {
    return read(table, version).filter(col(CATALOG_ID).equalTo(catalogId));
  }

  /** Adds rows and returns the version written. The caller makes sure of the key. */
  public long append(TableSpec table, Dataset<Row> rows, String runId) {
    table(table);
    writer(table, rows, runId).mode("append").save(location(table));
    return version(table);
  }

  /** Replaces all rows of one catalog and returns the version written. */
  public long replace(TableSpec table, String catalogId, Dataset<Row> rows, String runId) {
    table(table);
    writer(table, rows, runId)
        .mode("overwrite")
        .option("replaceWhere", CATALOG_ID + " = " + quoted(catalogId))
        .save(location(table));
    return version(table);
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private DataFrameWriter<Row> writer(TableSpec table, Dataset<Row> rows, String runId) {
    return rows.select(columns(table)).write().format("delta").option("userMetadata", runId);
  }

  private DeltaTable table(TableSpec table) {
    if (!exists(table)) {
      DeltaTable.createIfNotExists(spark)
          .location(location(table))
          .addColumns(table.schema())
          .partitionedBy(table.partitionedBy().toArray(String[]::new))
          // Least and greatest values of nested columns help no query here, and cost every write.
          .property("delta.dataSkippingNumIndexedCols", "1")
          .execute();
    }
    return DeltaTable.forPath(spark, location(table));
  }

  private String location(TableSpec table) {
    return warehouse + "/" + table.name();
  }

  private static Column[] columns(TableSpec table) {
    return Arrays.stream(table.schema().fieldNames())
        .map(org.apache.spark.sql.functions::col)
        .toArray(Column[]::new);
  }
}
