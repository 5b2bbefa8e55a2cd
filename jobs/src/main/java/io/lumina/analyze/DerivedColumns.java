package io.lumina.analyze;

import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.lumina.hash.HashVersion;
import io.lumina.table.AssetsTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Adds to contents what follows from their luma, by the SQL functions: where a GPU module is on the
 * class path, these run there.
 */
final class DerivedColumns {

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
        .withColumn(AssetsTable.SHARPNESS, call_function("lumina_sharpness", luma))
        .withColumn(AssetsTable.QUALITY, quality())
        .withColumn(AssetsTable.ALGO_VERSION, lit(HashVersion.CURRENT))
        .withColumn(AssetsTable.RUN_ID, lit(runId));
  }

  private static Column quality() {
    return lit(null);
  }
}
