package io.lumina.report;

import io.lumina.SharedSpark;
import io.lumina.table.TableSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Rows of a table written out by the columns that matter; the others are null. */
final class Rows {
  private Rows() {}

  static Row row(StructType schema, Map<String, ?> values) {
    values.keySet().forEach(schema::fieldIndex);
    return RowFactory.create(Arrays.stream(schema.fieldNames()).map(values::get).toArray());
  }

  static Dataset<Row> table(TableSpec table, List<Map<String, Object>> rows) {
    return SharedSpark.session()
        .createDataFrame(
            rows.stream().map(values -> row(table.schema(), values)).toList(), table.schema());
  }
}
