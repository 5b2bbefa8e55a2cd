package io.lumina.organize;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;

import io.lumina.library.Units;
import io.lumina.table.BurstsTable;
import io.lumina.table.DecisionRows;
import io.lumina.table.FilesTable;
import io.lumina.table.ImagesView;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Units with all that their places depend on: one row each. */
final class OrganizeUnits {
  /** Files of the unit, as structs of {@link #FILE_FIELDS}. */
  static final String FILES = "unit_files";

  static final List<String> FILE_FIELDS =
      List.of(
          FilesTable.FILE_ID,
          FilesTable.SOURCE_PATH,
          FilesTable.SHA256,
          FilesTable.SIZE_BYTES,
          FilesTable.MODIFIED_AT,
          FilesTable.ROLE,
          FilesTable.SIDECARS,
          Units.IS_PRIMARY);

  /** Whether no date but that of the file is known. */
  static final String IS_UNDATED = "is_undated";

  /** Whether a person rejected a picture of the unit. */
  static final String IS_REJECTED = "is_rejected";

  static final String TAKEN = "taken";
  static final String FACTS = "facts";
  static final String FOLDER = "folder";
  static final String BURST = "burst";

  private static final String STATUS = "unit_status";
  private static final String FILESYSTEM_ONLY = "FILESYSTEM_ONLY";

  private OrganizeUnits() {}

  /**
   * The units that may go; archived ones and such with an unread file or a sidecar that others
   * share stay.
   *
   * @param units rows of {@link Units}
   * @param images rows of {@link ImagesView}
   * @param bursts rows of {@link BurstsTable}
   * @param decisions rows of {@link DecisionRows}
   */
  static Dataset<Row> of(
      Dataset<Row> units, Dataset<Row> images, Dataset<Row> bursts, Dataset<Row> decisions) {
    Dataset<Row> known =
        images.select(
            col(ImagesView.IMAGE_ID),
            col(ImagesView.TAKEN_AT),
            coalesce(
                    array_contains(col(ImagesView.DATE_REASONS), FILESYSTEM_ONLY)
                        .or(col(ImagesView.TAKEN_AT).isNull()),
                    lit(true))
                .alias(IS_UNDATED),
            struct(metadata("make"), metadata("model"), metadata("rating")).alias(FACTS));
    Dataset<Row> burstOf =
        bursts
            .groupBy(col(BurstsTable.IMAGE_ID).alias("burst_image"))
            .agg(min(BurstsTable.BURST_ID).alias(BURST));
    Dataset<Row> statuses =
        decisions
            .filter(col(DecisionRows.KIND).isin(DecisionRows.REJECTED, DecisionRows.ARCHIVED))
            .select(
                col(DecisionRows.KIND).alias(STATUS),
                explode(col(DecisionRows.IMAGES)).alias("status_image"));
    Dataset<Row> files =
        units
            .join(known, col(FilesTable.FILE_ID).equalTo(col(ImagesView.IMAGE_ID)), "left_outer")
            .join(burstOf, col(FilesTable.FILE_ID).equalTo(col("burst_image")), "left_outer")
            .join(statuses, col(FilesTable.FILE_ID).equalTo(col("status_image")), "left_outer");
    Column ofPrimary = col(Units.IS_PRIMARY);
    Column folder = regexp_replace(col(FilesTable.RELATIVE_PATH), "/?[^/]*$", "");
    return files
        .groupBy(Units.UNIT)
        .agg(
            collect_list(
                    struct(
                        FILE_FIELDS.stream()
                            .map(org.apache.spark.sql.functions::col)
                            .toArray(Column[]::new)))
                .alias(FILES),
            max_by(col(ImagesView.TAKEN_AT), ofPrimary).alias(TAKEN),
            coalesce(max_by(col(IS_UNDATED), ofPrimary), lit(true)).alias(IS_UNDATED),
            max_by(col(FACTS), ofPrimary).alias(FACTS),
            max_by(folder, ofPrimary).alias(FOLDER),
            max(BURST).alias(BURST),
            count_if(col(STATUS).equalTo(DecisionRows.REJECTED)).gt(0).alias(IS_REJECTED),
            count_if(col(STATUS).equalTo(DecisionRows.ARCHIVED)).gt(0).alias("is_archived"),
            count_if(col(FilesTable.SHA256).isNull()).alias("unread"),
            first(Units.HAS_SHARED).alias(Units.HAS_SHARED))
        .filter(
            not(col("is_archived")).and(col("unread").equalTo(0)).and(not(col(Units.HAS_SHARED))));
  }

  private static Column metadata(String field) {
    return col(ImagesView.METADATA).getField(field).alias(field);
  }
}
