package io.lumina.act;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.lumina.table.PlanOperationsTable;
import java.util.Arrays;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/** Gives operations their places: by path, those of a unit behind each other, without gaps. */
final class NumberedRows {
  private static final String FIRST_PATH = "unit_path";

  private NumberedRows() {}

  /**
   * Numbers operations.
   *
   * @param operations as of {@link Planned#operations}
   * @return rows of {@link PlanOperationsTable} of a new plan
   */
  static Dataset<Row> of(Dataset<Row> operations, String catalogId, String planId) {
    Column unitPath =
        min(PlanOperationsTable.SOURCE_PATH).over(Window.partitionBy(PlanOperationsTable.UNIT));
    Dataset<Row> sorted =
        operations
            .withColumn(FIRST_PATH, unitPath)
            .sort(
                Planned.STAGE,
                FIRST_PATH,
                PlanOperationsTable.UNIT,
                PlanOperationsTable.SOURCE_PATH)
            .drop(FIRST_PATH, Planned.STAGE);
    StructType numbered =
        sorted.schema().add(PlanOperationsTable.NUMBER, DataTypes.LongType, false);
    Dataset<Row> rows =
        sorted
            .sparkSession()
            .createDataFrame(sorted.toJavaRDD().zipWithIndex().map(new WithNumber()), numbered);
    return rows.select(
        Arrays.stream(PlanOperationsTable.SPEC.schema().fields())
            .map(
                field ->
                    switch (field.name()) {
                      case PlanOperationsTable.CATALOG_ID -> lit(catalogId).alias(field.name());
                      case PlanOperationsTable.PLAN_ID -> lit(planId).alias(field.name());
                      case PlanOperationsTable.STATE ->
                          lit(PlanOperationsTable.PLANNED).alias(field.name());
                      case PlanOperationsTable.FAILURE ->
                          lit(null).cast(field.dataType()).alias(field.name());
                      default -> col(field.name()).cast(field.dataType());
                    })
            .toArray(Column[]::new));
  }

  /** Puts the number behind the other columns. */
  private static final class WithNumber implements Function<Tuple2<Row, Long>, Row> {
    private static final long serialVersionUID = 1L;

    @Override
    public Row call(Tuple2<Row, Long> numbered) {
      Object[] values = new Object[numbered._1().size() + 1];
      for (int i = 0; i < numbered._1().size(); i++) {
        values[i] = numbered._1().get(i);
      }
      values[values.length - 1] = numbered._2();
      return RowFactory.create(values);
    }
  }
}
