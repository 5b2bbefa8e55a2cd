package io.lumina.resolve;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import io.lumina.table.FilesTable;
import io.lumina.table.ImagesView;
import io.lumina.table.PlanOperationsTable;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Each kept picture with those that go for it, as rows and back. */
final class KnowledgeRows {
  static final String KEPT = "kept";
  static final String GOING = "going";

  private static final String ID = "knowledge_id";
  private static final String SAID = "said";

  private KnowledgeRows() {}

  /**
   * Joins them.
   *
   * @param operations as of {@link ResolveOperations}
   * @return {@link #KEPT} and {@link #GOING}, a struct and a list of such
   */
  static Dataset<Row> of(ResolveTables tables, Dataset<Row> operations) {
    Dataset<Row> sidecars =
        tables
            .units()
            .filter(col(FilesTable.ROLE).equalTo(FilesTable.MEDIA))
            .select(col(FilesTable.FILE_ID).alias(ID), col(FilesTable.SIDECARS));
    Dataset<Row> known =
        tables
            .images()
            .join(sidecars, col(ImagesView.IMAGE_ID).equalTo(col(ID)))
            .select(
                col(ID),
                col(ImagesView.SOURCE_PATH),
                struct(
                        col(ImagesView.SOURCE_PATH),
                        metadata("rating"),
                        metadata("keywords"),
                        metadata("title"),
                        metadata("description"),
                        metadata("gps_lat"),
                        metadata("gps_lon"),
                        col(ImagesView.TAKEN_AT),
                        col(ImagesView.TAKEN_OFFSET),
                        col(ImagesView.DATE_CONFIDENCE),
                        col(FilesTable.SIDECARS))
                    .alias(SAID));
    Dataset<Row> going =
        operations
            .filter(col(PlanOperationsTable.IMAGE_ID).isNotNull())
            .select(
                col(PlanOperationsTable.IMAGE_ID).alias("going_id"),
                col(PlanOperationsTable.KEPT_PATH).alias("going_for"))
            .join(known, col("going_id").equalTo(col(ID)))
            .groupBy("going_for")
            .agg(collect_list(col(SAID)).alias(GOING));
    return going
        .join(known, col("going_for").equalTo(col(ImagesView.SOURCE_PATH)))
        .select(col(SAID).alias(KEPT), col(GOING));
  }

  private static Column metadata(String field) {
    return col(ImagesView.METADATA).getField(field).alias(field);
  }

  /** What a struct says. */
  static Knowledge knowledge(Row row) {
    LocalDateTime taken = row.getAs(ImagesView.TAKEN_AT);
    String offset = row.getAs(ImagesView.TAKEN_OFFSET);
    Integer confidence = row.getAs(ImagesView.DATE_CONFIDENCE);
    return new Knowledge(
        row.getAs(ImagesView.SOURCE_PATH),
        Optional.ofNullable(row.getAs("rating")),
        texts(row, "keywords"),
        Optional.ofNullable(row.getAs("title")),
        Optional.ofNullable(row.getAs("description")),
        Optional.ofNullable(row.getAs("gps_lat")),
        Optional.ofNullable(row.getAs("gps_lon")),
        Optional.ofNullable(taken)
            .map(
                time ->
                    DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time)
                        + (offset == null ? "" : offset)),
        confidence == null ? 0 : confidence,
        texts(row, FilesTable.SIDECARS));
  }

  private static List<String> texts(Row row, String column) {
    int at = row.fieldIndex(column);
    return row.isNullAt(at) ? List.of() : row.getList(at);
  }
}
