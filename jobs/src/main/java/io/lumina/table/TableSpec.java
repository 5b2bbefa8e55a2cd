package io.lumina.table;

import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.types.StructType;

/**
 * A Delta table of the warehouse: where it lies, what its columns are, what makes a row unique.
 *
 * @param name folder below the warehouse
 * @param schema the columns, in the order in which they are written
 * @param partitionedBy partition columns; empty for a table that catalogs share
 * @param key columns that together are unique
 */
public record TableSpec(
    String name, StructType schema, List<String> partitionedBy, List<String> key) {

  public TableSpec {
    Objects.requireNonNull(name, "name");
    partitionedBy = List.copyOf(partitionedBy);
    key = List.copyOf(key);
    for (String column : partitionedBy) {
      schema.fieldIndex(column);
    }
    for (String column : key) {
      schema.fieldIndex(column);
    }
  }
}
