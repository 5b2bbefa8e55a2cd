package io.lumina.udf;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.hash.AverageHash;
import io.lumina.hash.DifferenceHash;
import io.lumina.hash.Pdq;
import io.lumina.hash.Sha256;
import io.lumina.hash.WaveletHash;
import io.lumina.quality.Sharpness;
import io.lumina.raster.Raster;
import io.lumina.udf.FunctionSpec.Example;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LuminaExtensionsIT {
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

  static Stream<FunctionSpec> functions() {
    return LuminaFunctions.all().stream();
  }

  private static Row one(String select) {
    return spark.sql("SELECT " + select).head();
  }

  /** Rows in a view, so that nothing is folded into a constant before it runs. */
  private static void lumas(byte[]... lumas) {
    List<Row> rows = Stream.of(lumas).map(luma -> RowFactory.create((Object) luma)).toList();
    StructType schema = new StructType().add("luma", DataTypes.BinaryType);
    spark.createDataFrame(rows, schema).createOrReplaceTempView("lumas");
  }

  private static byte[] noise() {
    byte[] luma = new byte[4096];
    new Random(7).nextBytes(luma);
    return luma;
  }

  @Test
  void sql_gives_what_the_plain_functions_give() {
    byte[] luma = noise();
    lumas(luma);
    Row row =
        spark
            .sql(
                "SELECT lumina_dhash(luma), lumina_ahash(luma), lumina_whash(luma),"
                    + " lumina_pdq(luma), lumina_pdq_quality(luma), lumina_sharpness(luma),"
                    + " lumina_sha256(luma) FROM lumas")
            .head();
    assertThat(row.getLong(0)).isEqualTo(DifferenceHash.ofLuma(luma));
    assertThat(row.getLong(1)).isEqualTo(AverageHash.ofLuma(luma));
    assertThat(row.getLong(2)).isEqualTo(WaveletHash.ofLuma(luma));
    assertThat((byte[]) row.get(3)).isEqualTo(Pdq.ofLuma(luma).bits());
    assertThat(row.getInt(4)).isEqualTo(Pdq.quality(Raster.luma(luma)));
    assertThat(row.getDouble(5)).isEqualTo(Sharpness.ofLuma(luma));
    assertThat(row.getString(6)).isEqualTo(Sha256.of(luma));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void every_example_gives_the_result_that_it_states(FunctionSpec function) {
    for (Example example : function.examples()) {
      Dataset<Row> result = spark.sql("SELECT " + example.call() + " AS value");
      Dataset<Row> text =
          result.schema().apply("value").dataType() instanceof StructType
              ? result.selectExpr("to_json(value)")
              : result.selectExpr("CAST(value AS STRING)");
      assertThat(text.head().getString(0)).as(example.call()).isEqualTo(example.result());
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void describe_function_shows_usage_arguments_and_examples(FunctionSpec function) {
    String text =
        spark.sql("DESCRIBE FUNCTION EXTENDED " + function.name()).collectAsList().stream()
            .map(row -> row.getString(0))
            .collect(Collectors.joining("\n"));
    assertThat(text)
        .contains("Function: " + function.name())
        .contains(function.name() + "(" + function.arguments().get(0).name())
        .contains(function.usage())
        .contains(function.arguments().get(0).text())
        .contains("> SELECT " + function.examples().get(0).call() + ";")
        .contains(function.examples().get(0).result());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void null_gives_null(FunctionSpec function) {
    String nulls = function.arguments().stream().map(a -> "NULL").collect(Collectors.joining(", "));
    assertThat(one(function.name() + "(" + nulls + ")").isNullAt(0)).isTrue();
  }

  @Test
  void an_empty_luma_and_a_null_row_give_null_and_do_not_stop_the_others() {
    lumas(noise(), new byte[0], null);
    List<Row> rows =
        spark
            .sql("SELECT lumina_dhash(luma), lumina_pdq(luma), lumina_sharpness(luma) FROM lumas")
            .collectAsList();
    assertThat(rows.get(0).anyNull()).isFalse();
    for (Row row : rows.subList(1, 3)) {
      assertThat(row.isNullAt(0) && row.isNullAt(1) && row.isNullAt(2)).isTrue();
    }
  }

  @Test
  void a_luma_of_another_length_is_an_error_that_names_the_length() {
    lumas(new byte[1024]);
    assertThatThrownBy(() -> spark.sql("SELECT lumina_dhash(luma) FROM lumas").collectAsList())
        .hasRootCauseMessage("A luma has 4096 values (64x64), not 1024; decode the picture to one");
  }

  @Test
  void the_wrong_number_of_arguments_is_an_analysis_error() {
    assertThatThrownBy(() -> spark.sql("SELECT lumina_dhash()"))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("`lumina_dhash` requires 1 parameters but the actual number is 0");
    assertThatThrownBy(() -> spark.sql("SELECT lumina_hamming(1)"))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("`lumina_hamming` requires 2 parameters but the actual number is 1");
  }

  @Test
  void the_wrong_type_is_an_analysis_error_that_names_both_types() {
    assertThatThrownBy(() -> spark.sql("SELECT lumina_dhash(array(1))"))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("`lumina_dhash`")
        .hasMessageContaining("The first parameter requires the \"BINARY\" type")
        .hasMessageContaining("has the type \"ARRAY<INT>\"");
    assertThatThrownBy(() -> spark.sql("SELECT lumina_hamming(1L, X'00')"))
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("The second parameter requires the \"BIGINT\" type")
        .hasMessageContaining("has the type \"BINARY\"");
  }

  @Test
  void smaller_integers_are_widened() {
    assertThat(one("lumina_hamming(1, CAST(2 AS SMALLINT))").getInt(0)).isEqualTo(2);
  }

  @Test
  void functions_work_in_a_filter_and_from_the_column_api() {
    spark.range(0, 16).createOrReplaceTempView("numbers");
    String filter = "SELECT id FROM numbers WHERE lumina_hamming(id, 0L) = 1";
    assertThat(spark.sql(filter).collectAsList().stream().map(row -> row.getLong(0)))
        .containsExactly(1L, 2L, 4L, 8L);
    Dataset<Row> hex = spark.table("numbers").select(call_function("lumina_hash_hex", col("id")));
    assertThat(hex.collectAsList().get(15).getString(0)).isEqualTo("000000000000000f");
  }

  @Test
  void names_are_unique_and_carry_the_prefix() {
    Map<String, Long> names =
        functions().collect(Collectors.groupingBy(FunctionSpec::name, Collectors.counting()));
    assertThat(names.values()).containsOnly(1L);
    assertThat(names.keySet()).allMatch(name -> name.startsWith("lumina_"));
  }
}
