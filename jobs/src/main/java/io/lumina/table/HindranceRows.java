package io.lumina.table;

import io.lumina.image.PictureReader;
import io.lumina.image.reading.Hindrance;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Hindrances as structs, with what tells whether another try is worth it. */
public final class HindranceRows {
  /** A code of {@link Hindrance#REASONS}, which is among the issues, too. */
  public static final String REASON = "reason";

  /** The least limit that might do. */
  public static final String NEEDED = "needed";

  /** What was allowed; 0 where the reason is no limit. */
  public static final String LIMIT = "limit";

  /** How often it was tried in vain under the same limit. */
  public static final String ATTEMPTS = "attempts";

  /** {@link PictureReader#VERSION} of the last try. */
  public static final String READER = "reader";

  public static final StructType TYPE =
      new StructType()
          .add(REASON, DataTypes.StringType)
          .add(NEEDED, DataTypes.LongType)
          .add(LIMIT, DataTypes.LongType)
          .add(ATTEMPTS, DataTypes.IntegerType)
          .add(READER, DataTypes.IntegerType);

  private HindranceRows() {}

  /** The struct of a first try. */
  public static Row of(Hindrance hindrance) {
    return new GenericRowWithSchema(
        new Object[] {
          hindrance.reason(), hindrance.needed(), hindrance.limit(), 1, PictureReader.VERSION
        },
        TYPE);
  }
}
