package io.lumina.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** One row per finished step of a run. */
public final class RunsTable {
  /** The catalog that the row belongs to. */
  public static final String CATALOG_ID = "catalog_id";

  /** The run of this step. */
  public static final String RUN_ID = "run_id";

  /** The nightly run it was a part of; null when run alone. */
  public static final String PARENT_RUN_ID = "parent_run_id";

  /** nightly, scan, analyze, bursts, duplicates, publish or report. */
  public static final String JOB_TYPE = "job_type";

  /** SUCCESS, FAILURE or CANCELLED. */
  public static final String STATUS = "status";

  /** JSON of the effective configuration, secrets masked. */
  public static final String PARAMETERS = "parameters";

  /** Delta version of each table read. */
  public static final String INPUT_VERSIONS = "input_versions";

  /** Delta version of each table written. */
  public static final String OUTPUT_VERSIONS = "output_versions";

  /** What the step counted. */
  public static final String COUNTS = "counts";

  /** As the program would exit. */
  public static final String EXIT_CODE = "exit_code";

  /** UTC. */
  public static final String STARTED_AT = "started_at";

  /** UTC. */
  public static final String FINISHED_AT = "finished_at";

  public static final TableSpec SPEC =
      new TableSpec(
          "runs",
          new StructType()
              .add(CATALOG_ID, DataTypes.StringType, false)
              .add(RUN_ID, DataTypes.StringType, false)
              .add(PARENT_RUN_ID, DataTypes.StringType, true)
              .add(JOB_TYPE, DataTypes.StringType, false)
              .add(STATUS, DataTypes.StringType, true)
              .add(PARAMETERS, DataTypes.StringType, true)
              .add(
                  INPUT_VERSIONS,
                  DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType),
                  true)
              .add(
                  OUTPUT_VERSIONS,
                  DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType),
                  true)
              .add(COUNTS, DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType), true)
              .add(EXIT_CODE, DataTypes.IntegerType, true)
              .add(STARTED_AT, DataTypes.TimestampType, true)
              .add(FINISHED_AT, DataTypes.TimestampType, true),
          List.of(CATALOG_ID),
          List.of(CATALOG_ID, RUN_ID, JOB_TYPE));

  private RunsTable() {}
}
