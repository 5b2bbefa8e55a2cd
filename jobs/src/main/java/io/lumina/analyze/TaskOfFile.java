package io.lumina.analyze;

import io.lumina.table.FilesTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** The task of a {@link Batch} that reads a file; null for files of other batches. */
final class TaskOfFile implements UDF2<Integer, String, Integer> {
  private final Batch batch;

  private TaskOfFile(Batch batch) {
    this.batch = batch;
  }

  /** As a column of rows of {@link FilesTable}. */
  static Column in(Batch batch) {
    return functions
        .udf(new TaskOfFile(batch), DataTypes.IntegerType)
        .apply(WorkPlan.bucket(), functions.col(FilesTable.SOURCE_PATH));
  }

  @Override
  public Integer call(Integer bucket, String sourcePath) {
    List<Integer> tasks = batch.tasksOf().get(bucket);
    return tasks == null ? null : tasks.get(Math.floorMod(sourcePath.hashCode(), tasks.size()));
  }
}
