package io.lumina.row;

import io.lumina.meta.field.Metadata;
import io.lumina.meta.field.MetadataField;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** {@link Metadata} as a struct: one field for each {@link MetadataField}, null where absent. */
public final class MetadataRows {
  public static final StructType TYPE = type();

  private MetadataRows() {}

  /** The struct of some metadata. */
  public static Row of(Metadata metadata) {
    MetadataField[] fields = MetadataField.values();
    Object[] values = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      Object value = metadata.values().get(fields[i]);
      values[i] = value instanceof java.util.List<?> list ? list.toArray(String[]::new) : value;
    }
    return new GenericRowWithSchema(values, TYPE);
  }

  /** The metadata of a struct, without stored numbers that cannot be. */
  public static Metadata from(Row row) {
    java.util.EnumMap<MetadataField, Object> values = new java.util.EnumMap<>(MetadataField.class);
    for (MetadataField field : MetadataField.values()) {
      int index = row.fieldIndex(field.fieldName());
      if (!row.isNullAt(index)) {
        values.put(
            field,
            field.type() == MetadataField.Type.STRING_LIST ? row.getList(index) : row.get(index));
      }
    }
    return Metadata.ofPossible(values);
  }

  private static StructType type() {
    StructType type = new StructType();
    for (MetadataField field : MetadataField.values()) {
      type = type.add(field.fieldName(), sqlType(field.type()));
    }
    return type;
  }

  private static DataType sqlType(MetadataField.Type type) {
    return switch (type) {
      case STRING -> DataTypes.StringType;
      case INT -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case STRING_LIST -> DataTypes.createArrayType(DataTypes.StringType);
    };
  }
}
