package io.lumina.publish;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/** Marks a text column as JSON, whose escapes have to be looked through as well. */
final class JsonColumn {
  private static final String KEY = "lumina.json";
  private static final Metadata MARK = new MetadataBuilder().putBoolean(KEY, true).build();

  private JsonColumn() {}

  static Column of(Column json, String name) {
    return json.as(name, MARK);
  }

  static boolean is(StructField field) {
    return field.metadata().contains(KEY);
  }
}
