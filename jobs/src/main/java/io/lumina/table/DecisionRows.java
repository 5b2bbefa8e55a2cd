package io.lumina.table;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What people decided about contents, as jobs see it. Postgres keeps it; Delta does not. */
public final class DecisionRows {
  /** {@link #NOT_DUPLICATE}, {@link #KEEP} or another kind. */
  public static final String KIND = "kind";

  /** Checksums of the contents that the decision speaks of. */
  public static final String CHECKSUMS = "checksums";

  /** Value of {@link #KIND}: these contents are not duplicates of each other. */
  public static final String NOT_DUPLICATE = "not_duplicate";

  /** Value of {@link #KIND}: these contents stay. */
  public static final String KEEP = "keep";

  public static final StructType SCHEMA =
      new StructType()
          .add(KIND, DataTypes.StringType)
          .add(CHECKSUMS, DataTypes.createArrayType(DataTypes.StringType));

  private DecisionRows() {}
}
