package io.lumina.udf;

import io.lumina.image.reading.Corruption;
import io.lumina.image.reading.PictureReading;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The damage of a file's picture; null where there is none. */
public class CorruptionUdf extends PictureUdf<Row> {
  public static final StructType TYPE =
      new StructType()
          .add("severity", DataTypes.StringType)
          .add("reason", DataTypes.StringType)
          .add("detail", DataTypes.StringType);

  @Override
  protected Row of(PictureReading reading) {
    return reading.corruption().map(CorruptionUdf::row).orElse(null);
  }

  private static Row row(Corruption corruption) {
    return RowFactory.create(
        corruption.severity().name().toLowerCase(Locale.ROOT),
        corruption.reason(),
        corruption.detail());
  }
}
