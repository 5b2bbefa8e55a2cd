package io.lumina.analyze;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.lumina.analyze.read.WorkRows;
import io.lumina.container.FileFormat;
import io.lumina.hash.HashVersion;
import io.lumina.table.AssetsTable;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Adds to contents what follows from their luma, by the SQL functions: where a GPU module is on the
 * class path, these run there.
 */
final class DerivedColumns {
  private static final Object[] RAW =
      Arrays.stream(FileFormat.values()).filter(FileFormat::isRaw).map(Enum::name).toArray();

  private DerivedColumns() {}

  /** Rows of {@link WorkRows#CONTENT} in, rows of {@link AssetsTable} out. */
  static Dataset<Row> of(Dataset<Row> contents, String runId) {
    Column luma = col(AssetsTable.LUMA);
    return contents
        .withColumn(AssetsTable.DHASH, call_function("lumina_dhash", luma))
        .withColumn(AssetsTable.AHASH, call_function("lumina_ahash", luma))
        .withColumn(AssetsTable.WHASH, call_function("lumina_whash", luma))
        .withColumn(AssetsTable.PDQ, call_function("lumina_pdq", luma))
        .withColumn(AssetsTable.PDQ_QUALITY, call_function("lumina_pdq_quality", luma))
        .withColumn(AssetsTable.STRIPS, call_function("lumina_strips", luma))
        .withColumn(AssetsTable.UNFRAMED, call_function("lumina_unframed", luma))
        .withColumn(AssetsTable.SHARPNESS, call_function("lumina_sharpness", luma))
        .withColumn(AssetsTable.QUALITY, quality())
        .withColumn(AssetsTable.ALGO_VERSION, lit(HashVersion.ALGO_VERSION))
        .withColumn(AssetsTable.RUN_ID, lit(runId));
  }

  private static Column quality() {
    Column score =
        call_function(
            "lumina_quality",
            formatClass(),
            col(AssetsTable.WIDTH),
            col(AssetsTable.HEIGHT),
            col(AssetsTable.SIZE_BYTES),
            col(AssetsTable.SHARPNESS));
    return when(
        score.isNotNull(),
        struct(
            score.getField("format"),
            score.getField("resolution"),
            score.getField("size"),
            score.getField("sharpness"),
            score.getField("total").alias("score")));
  }

  private static Column formatClass() {
    Column format = col(AssetsTable.FORMAT);
    Column metadata = col(AssetsTable.METADATA);
    Column camera =
        metadata.getField("make").isNotNull().or(metadata.getField("model").isNotNull());
    return when(format.isin(RAW), "raw")
        .when(format.isin("PNG", "TIFF"), "png_tiff")
        .when(format.equalTo("BMP"), "bmp")
        .when(format.equalTo("JPEG"), "jpeg")
        .when(format.isin("HEIC", "HEIF").and(camera), "jpeg")
        .when(format.isin("HEIC", "HEIF", "WEBP", "AVIF"), "webp_avif_heic")
        .otherwise("other");
  }
}
