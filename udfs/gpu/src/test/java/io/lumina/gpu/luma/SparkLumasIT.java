package io.lumina.gpu.luma;

import io.lumina.gpu.udf.GpuDifferenceHashUdf;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The SQL functions with this module on the class path, evaluated by Spark on the CPU. */
class SparkLumasIT extends LumaContract {
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.extensions", "io.lumina.udf.LuminaExtensions")
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Override
  LumaEngine engine() {
    return SparkLumasIT::answers;
  }

  @Override
  int randomLumas() {
    return 4_000;
  }

  @Test
  void the_columnar_twin_is_the_function_that_sessions_get() {
    String described =
        spark.sql("DESCRIBE FUNCTION lumina_dhash").collectAsList().get(1).getString(0);
    Assertions.assertThat(described).contains(GpuDifferenceHashUdf.class.getName());
  }

  private static LumaAnswers answers(ByteRows lumas) {
    List<Row> input = new ArrayList<>();
    for (byte[] luma : lumas.values()) {
      input.add(RowFactory.create(luma));
    }
    spark
        .createDataFrame(input, new StructType().add("luma", DataTypes.BinaryType))
        .createOrReplaceTempView("lumas");
    List<Row> rows = collected();
    BitSet present = new BitSet();
    for (int at = 0; at < rows.size(); at++) {
      present.set(at, !rows.get(at).isNullAt(0));
    }
    LumaAnswers answers = LumaAnswers.empty(present, rows.size());
    int answer = 0;
    for (int at = present.nextSetBit(0); at >= 0; at = present.nextSetBit(at + 1)) {
      Row row = rows.get(at);
      answers.dhash()[at] = row.getLong(0);
      answers.ahash()[at] = row.getLong(1);
      answers.whash()[at] = row.getLong(2);
      System.arraycopy((byte[]) row.get(3), 0, answers.pdq(), 32 * answer++, 32);
      answers.pdqQuality()[at] = row.getInt(4);
      answers.sharpness()[at] = row.getDouble(5);
    }
    return answers;
  }

  /** What the function itself throws, without what Spark wraps around it. */
  private static List<Row> collected() {
    try {
      return spark
          .sql(
              "SELECT lumina_dhash(luma), lumina_ahash(luma), lumina_whash(luma),"
                  + " lumina_pdq(luma), lumina_pdq_quality(luma), lumina_sharpness(luma) FROM"
                  + " lumas")
          .collectAsList();
    } catch (Exception failed) {
      throw Stream.iterate((Throwable) failed, cause -> cause != null, Throwable::getCause)
          .filter(IllegalArgumentException.class::isInstance)
          .map(IllegalArgumentException.class::cast)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(failed));
    }
  }
}
