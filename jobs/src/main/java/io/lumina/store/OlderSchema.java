package io.lumina.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import io.lumina.table.TableSpec;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Rows that a version of the program wrote which knew fewer columns, or fewer fields inside of
 * them: what it did not know is null.
 */
final class OlderSchema {
  private OlderSchema() {}

  /** Rows with all columns of a table, in their order. */
  static Dataset<Row> grown(Dataset<Row> rows, TableSpec table) {
    StructType has = rows.schema();
    return rows.select(
        Arrays.stream(table.schema().fields())
            .map(field -> column(has, field))
            .toArray(Column[]::new));
  }

  private static Column column(StructType has, StructField wanted) {
    if (!Arrays.asList(has.fieldNames()).contains(wanted.name())) {
      return lit(null).cast(wanted.dataType()).alias(wanted.name());
    }
    DataType type = has.apply(wanted.name()).dataType();
    return lacks(type, wanted.dataType())
        ? grown(col(wanted.name()), type, wanted.dataType()).alias(wanted.name())
        : col(wanted.name());
  }

  /** Whether a type lacks a field somewhere inside. */
  private static boolean lacks(DataType has, DataType wanted) {
    if (has instanceof StructType fields && wanted instanceof StructType all) {
      return Arrays.stream(all.fields())
          .anyMatch(
              field ->
                  !Arrays.asList(fields.fieldNames()).contains(field.name())
                      || lacks(fields.apply(field.name()).dataType(), field.dataType()));
    }
    return has instanceof ArrayType list
        && wanted instanceof ArrayType whole
        && lacks(list.elementType(), whole.elementType());
  }

  private static Column grown(Column value, DataType has, DataType wanted) {
    if (has instanceof StructType fields && wanted instanceof StructType all) {
      Column[] grown =
          Arrays.stream(all.fields())
              .map(field -> field(value, fields, field).alias(field.name()))
              .toArray(Column[]::new);
      return when(value.isNotNull(), struct(grown));
    }
    if (has instanceof ArrayType list && wanted instanceof ArrayType whole) {
      return transform(value, element -> grown(element, list.elementType(), whole.elementType()));
    }
    return value;
  }

  private static Column field(Column value, StructType has, StructField wanted) {
    return Arrays.asList(has.fieldNames()).contains(wanted.name())
        ? grown(
            value.getField(wanted.name()), has.apply(wanted.name()).dataType(), wanted.dataType())
        : lit(null).cast(wanted.dataType());
  }
}
