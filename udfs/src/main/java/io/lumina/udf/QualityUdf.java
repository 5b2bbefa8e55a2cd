package io.lumina.udf;

import io.lumina.quality.FormatClass;
import io.lumina.quality.QualityScore;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Quality score with its components. This answer is the definition; numbers that no picture has
 * give null.
 */
public class QualityUdf extends LuminaUdf5<String, Integer, Integer, Long, Double, Row> {
  /** Components and total, all with two decimals. */
  public static final StructType TYPE =
      new StructType()
          .add("format", DataTypes.DoubleType, false)
          .add("resolution", DataTypes.DoubleType, false)
          .add("size", DataTypes.DoubleType, false)
          .add("sharpness", DataTypes.DoubleType, false)
          .add("total", DataTypes.DoubleType, false);

  @Override
  protected Row compute(
      String format, Integer width, Integer height, Long bytes, Double sharpness) {
    boolean possible = width >= 0 && height >= 0 && bytes >= 0 && sharpness >= 0 && sharpness <= 1;
    if (!possible) {
      return null;
    }
    QualityScore score =
        QualityScore.of(FormatClass.named(format), width, height, bytes, sharpness);
    return RowFactory.create(
        score.format(), score.resolution(), score.size(), score.sharpness(), score.total());
  }
}
