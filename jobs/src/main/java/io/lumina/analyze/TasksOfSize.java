package io.lumina.analyze;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** The tasks of a {@link Batch} that read files of a size; null for sizes of other batches. */
final class TasksOfSize implements UDF1<Integer, Integer[]> {
  private final Batch batch;

  private TasksOfSize(Batch batch) {
    this.batch = batch;
  }

  /** As a column of rows that have a size. */
  static Column in(Batch batch) {
    return functions
        .udf(new TasksOfSize(batch), DataTypes.createArrayType(DataTypes.IntegerType))
        .apply(WorkPlan.bucket());
  }

  @Override
  public Integer[] call(Integer bucket) {
    List<Integer> tasks = batch.tasksOf().get(bucket);
    return tasks == null ? null : tasks.toArray(Integer[]::new);
  }
}
