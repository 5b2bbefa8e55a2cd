package io.lumina.row;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Issues as structs of a code and a detail. */
public final class IssueRows {
  /** What happened, such as broken_header. */
  public static final String CODE = "code";

  public static final StructType TYPE =
      new StructType().add(CODE, DataTypes.StringType).add("detail", DataTypes.StringType);

  public static final ArrayType LIST = DataTypes.createArrayType(TYPE);

  private IssueRows() {}

  /** The struct of one issue. */
  public static Row of(String code, String detail) {
    return new GenericRowWithSchema(new Object[] {code, detail}, TYPE);
  }
}
