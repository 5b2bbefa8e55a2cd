package io.lumina.store;

import static org.apache.spark.sql.functions.col;

import io.delta.tables.DeltaTable;
import io.lumina.table.FilesTable;
import io.lumina.table.TableSpec;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.internal.SQLConf;
import scala.Option;

/** The Delta tables of one warehouse. Each commit carries the run id in its user metadata. */
public final class Store {
  private static final String CATALOG_ID = FilesTable.CATALOG_ID;

  /** VACUUM would write two commits, and a new version makes every step look again. */
  private static final SessionSetting NO_LOGGING =
      new SessionSetting("spark.databricks.delta.vacuum.logging.enabled", "false");

  /** A struct that is null would become one of nulls where a merge may add columns. */
  private static final SessionSetting MERGED_NULLS =
      new SessionSetting("spark.databricks.delta.merge.preserveNullSourceStructs", "true");

  private static final SessionSetting UPDATED_NULLS =
      new SessionSetting(
          "spark.databricks.delta.merge.preserveNullSourceStructs.updateStar", "true");

  private static final int TASKS_PER_CORE = 4;

  private static final String USER_METADATA = "spark.databricks.delta.commitInfo.userMetadata";

  private final SparkSession spark;
  private final String warehouse;
  private final Retention retention;
  private final Guard guard;

  /**
   * Opens a warehouse that nobody else writes; a table comes into being when it is first asked for.
   *
   * @param warehouse directory, as a Hadoop path
   */
  public Store(SparkSession spark, String warehouse) {
    this(spark, warehouse, Retention.DEFAULT, Guard.NONE);
  }

  /**
   * Opens a warehouse.
   *
   * @param warehouse directory, as a Hadoop path
   * @param retention of tables that come into being
   * @param guard is asked before each write
   */
  public Store(SparkSession spark, String warehouse, Retention retention, Guard guard) {
    this.spark = Objects.requireNonNull(spark, "spark");
    this.warehouse = Objects.requireNonNull(warehouse, "warehouse");
    this.retention = Objects.requireNonNull(retention, "retention");
    this.guard = Objects.requireNonNull(guard, "guard");
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

  /** The newest version of a table, told from others of its number. Asks the log, no Spark job. */
  public TableMark mark(TableSpec table) {
    return mark(table, version(table));
  }

  /** Whether a version of a table is still the one that was marked, be it the newest or not. */
  public boolean holds(TableSpec table, TableMark mark) {
    return exists(table) && mark.isSurely(mark(table, mark.version()));
  }

  private TableMark mark(TableSpec table, long version) {
    return files(table).mark(version);
  }

  /** Whether a table is there already; asking does not make it. */
  public boolean exists(TableSpec table) {
    return DeltaTable.isDeltaTable(spark, location(table));
  }

  /** What tells a table from another one that was made at its place later. */
  public String id(TableSpec table) {
    table(table);
    return DeltaLog.forTable(spark, location(table))
        .update(false, Option.empty(), Option.empty())
        .metadata()
        .id();
  }

  /** The newest state of a table. */
  public Dataset<Row> read(TableSpec table) {
    return OlderSchema.grown(table(table).toDF(), table);
  }

  /** A table as it was at a version. */
  public Dataset<Row> read(TableSpec table, long version) {
    table(table);
    return OlderSchema.grown(
        spark.read().format("delta").option("versionAsOf", version).load(location(table)), table);
  }

  /** The rows of one catalog at a version. */
  public Dataset<Row> read(TableSpec table, long version, String catalogId) {
    return read(table, version).filter(col(CATALOG_ID).equalTo(catalogId));
  }

  /** Adds rows and returns the version written. The caller makes sure of the key. */
  public long append(TableSpec table, Dataset<Row> rows, String runId) {
    table(table);
    guard.check();
    writer(table, rows, runId).mode("append").save(location(table));
    return version(table);
  }

  /** Puts rows in the place of those with the same key, adds the others, returns the version. */
  public long merge(TableSpec table, Dataset<Row> rows, String runId) {
    String sameKey =
        table.key().stream()
            .map(column -> "old.`" + column + "` <=> new.`" + column + "`")
            .collect(Collectors.joining(" AND "));
    // Delta compares keys before an older table gets the columns that it lacks.
    if (!List.of(table(table).toDF().columns()).containsAll(table.key())) {
      append(table, read(table).limit(0), runId);
    }
    DeltaTable old = table(table).as("old");
    guard.check();
    SessionSetting user = new SessionSetting(USER_METADATA, runId);
    MERGED_NULLS.during(
        spark,
        () ->
            UPDATED_NULLS.during(
                spark, () -> user.during(spark, () -> merge(old, table, rows, sameKey))));
    return version(table);
  }

  private static void merge(DeltaTable old, TableSpec table, Dataset<Row> rows, String sameKey) {
    old.merge(rows.select(columns(table)).as("new"), sameKey)
        .withSchemaEvolution()
        .whenMatched()
        .updateAll()
        .whenNotMatched()
        .insertAll()
        .execute();
  }

  /** Replaces all rows of one catalog and returns the version written. */
  public long replace(TableSpec table, String catalogId, Dataset<Row> rows, String runId) {
    table(table);
    guard.check();
    writer(table, rows, runId)
        .mode("overwrite")
        .option("replaceWhere", CATALOG_ID + " = " + quoted(catalogId))
        .save(location(table));
    return version(table);
  }

  /** Removes all rows of one catalog; a table that has none, or is not there, gets no version. */
  public void remove(TableSpec table, String catalogId, String runId) {
    if (exists(table)) {
      guard.check();
      new SessionSetting(USER_METADATA, runId)
          .during(spark, () -> table(table).delete(col(CATALOG_ID).equalTo(catalogId)));
    }
  }

  /** The commits that the log of a table still has, the oldest first. */
  public List<Commit> commits(TableSpec table) {
    return table(table)
        .history()
        .select("version", "timestamp", "userMetadata")
        .collectAsList()
        .stream()
        .map(
            row ->
                new Commit(
                    row.getLong(0),
                    row.getTimestamp(1).toInstant(),
                    Optional.ofNullable(row.getString(2))))
        .sorted(Comparator.comparingLong(Commit::version))
        .toList();
  }

  /** Makes a table what it was at a version (Delta RESTORE) and returns the version written. */
  public long restore(TableSpec table, long version, String runId) {
    guard.check();
    new SessionSetting(USER_METADATA, runId)
        .during(spark, () -> table(table).restoreToVersion(version));
    return version(table);
  }

  /**
   * Files that a version of a table names and that are not there any more.
   *
   * @param catalogId whose rows; those of all catalogs when none is given
   * @return their names
   */
  public List<String> missingFiles(TableSpec table, long version, Optional<String> catalogId) {
    return new VersionFiles(spark, location(table)).missing(version, catalogId);
  }

  LogFiles files(TableSpec table) {
    return new LogFiles(location(table), spark.sessionState().newHadoopConf());
  }

  void vacuum(TableSpec table, Retention window) {
    guard.check();
    // Of each table Delta makes as many tasks: 10,000 where nobody says otherwise.
    SessionSetting tasks =
        new SessionSetting(
            SQLConf.PARALLEL_PARTITION_DISCOVERY_PARALLELISM().key(),
            Integer.toString(TASKS_PER_CORE * spark.sparkContext().defaultParallelism()));
    tasks.during(spark, () -> NO_LOGGING.during(spark, () -> table(table).vacuum(window.hours())));
  }

  /** How long versions of a table are kept, as its properties say. */
  Retention promised(TableSpec table) {
    return new TableWindow(spark, location(table)).promised();
  }

  /** Sets the properties that say how long versions are kept, unless they say so already. */
  void keep(TableSpec table, Retention window) {
    TableWindow properties = new TableWindow(spark, location(table));
    if (!properties.says(window)) {
      guard.check();
      properties.set(window);
    }
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private DataFrameWriter<Row> writer(TableSpec table, Dataset<Row> rows, String runId) {
    return rows.select(columns(table))
        .write()
        .format("delta")
        .option("userMetadata", runId)
        // A table that an older version of the program made gets the columns that it lacks.
        .option("mergeSchema", "true");
  }

  private DeltaTable table(TableSpec table) {
    if (!exists(table)) {
      guard.check();
      files(table).clearUnborn();
      DeltaTable.createIfNotExists(spark)
          .location(location(table))
          .addColumns(table.schema())
          .partitionedBy(table.partitionedBy().toArray(String[]::new))
          // Least and greatest values of nested columns help no query here, and cost every write.
          .property("delta.dataSkippingNumIndexedCols", "1")
          .property(TableWindow.LOG, retention.interval())
          .property(TableWindow.FILES, retention.interval())
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
