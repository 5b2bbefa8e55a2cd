package io.lumina.resolve;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.lumina.act.Planned;
import io.lumina.act.file.OperationKind;
import io.lumina.library.Units;
import io.lumina.table.FilesTable;
import io.lumina.table.MembersTable;
import io.lumina.table.PlanOperationsTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Puts whole units into the trash of which every picture may go for another one. */
public final class ResolveOperations {
  /** Old sidecars go first, then new ones come, then pictures go. */
  private static final int LAST = 2;

  private static final String GOING = "going_unit";
  private static final String FILES = "going_files";
  private static final String UNREAD = "unread_files";

  private ResolveOperations() {}

  /**
   * The operations.
   *
   * @param trash folder below each source directory, such as {@code .lumina-trash/ID}
   * @return columns of {@link Planned#operations}
   */
  public static Dataset<Row> of(ResolveTables tables, ResolveRules rules, String trash) {
    Dataset<Row> spare = new SpareMembers(rules).of(tables);
    Dataset<Row> files =
        tables
            .units()
            .filter(not(col(Units.IS_SHARED)))
            .join(
                spare.withColumnRenamed(MembersTable.IMAGE_ID, "spare_id"),
                col(FilesTable.FILE_ID).equalTo(col("spare_id")),
                "left_outer");
    Dataset<Row> going =
        files
            .groupBy(col(Units.UNIT).alias(GOING))
            .agg(
                count(col("spare_id")).alias(FILES),
                min(Units.MEDIA).alias(Units.MEDIA),
                count_if(col(FilesTable.SHA256).isNull()).alias(UNREAD),
                min(struct(
                        SpareMembers.KEPT_PATH,
                        PlanOperationsTable.KEPT_SIZE,
                        PlanOperationsTable.KEPT_MODIFIED))
                    .alias("unit_kept"))
            .filter(col(FILES).equalTo(col(Units.MEDIA)).and(col(UNREAD).equalTo(0)))
            .select(GOING, "unit_kept");
    Column isMedia = col(FilesTable.ROLE).equalTo(FilesTable.MEDIA);
    return files
        .join(going, col(Units.UNIT).equalTo(col(GOING)))
        .select(
            col(Units.UNIT).alias(PlanOperationsTable.UNIT),
            lit(OperationKind.TRASH.word()).alias(PlanOperationsTable.KIND),
            col(FilesTable.SOURCE_PATH).alias(PlanOperationsTable.SOURCE_PATH),
            concat(col(FilesTable.ROOT), lit("/" + trash + "/"), col(FilesTable.RELATIVE_PATH))
                .alias(PlanOperationsTable.TARGET_PATH),
            when(isMedia, col(FilesTable.FILE_ID)).alias(PlanOperationsTable.IMAGE_ID),
            col(FilesTable.SHA256).alias(PlanOperationsTable.SHA256),
            col(FilesTable.SIZE_BYTES).alias(PlanOperationsTable.SIZE_BYTES),
            col(FilesTable.MODIFIED_AT).alias(PlanOperationsTable.MODIFIED_AT),
            coalesce(col(SpareMembers.REASON), lit("Belongs to a picture that goes"))
                .alias(PlanOperationsTable.REASON),
            ofUnit(PlanOperationsTable.KEPT_PATH),
            ofUnit(PlanOperationsTable.KEPT_SIZE),
            ofUnit(PlanOperationsTable.KEPT_MODIFIED),
            lit(null).cast("string").alias(PlanOperationsTable.NEEDS_PATH),
            lit(null).cast("string").alias(PlanOperationsTable.NEEDS_SHA256),
            lit(null).cast("string").alias(PlanOperationsTable.CONFLICT),
            lit(LAST).alias(Planned.STAGE));
  }

  /** A sidecar waits for what a picture of its unit waits for; a unit without one has no row. */
  private static Column ofUnit(String column) {
    return coalesce(col(column), col("unit_kept").getField(column)).alias(column);
  }
}
