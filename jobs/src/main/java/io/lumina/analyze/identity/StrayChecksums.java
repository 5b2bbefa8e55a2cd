package io.lumina.analyze.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.lumina.store.Store;
import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Checksums of files whose contents are in no table. An executor that dies takes what it has read
 * with it; what is read again may have changed in between, after the contents were written. They
 * are forgotten after the batch, or by the next run where this one died first; those of missing
 * files too, since a scan that finds such a file again as it was has it read only when nobody has.
 */
public final class StrayChecksums {
  private static final String KNOWN = "known";

  private final Store store;
  private final String catalogId;

  public StrayChecksums(Store store, String catalogId) {
    this.store = store;
    this.catalogId = catalogId;
  }

  /** Takes them away from the files, which the next run reads again. */
  public void forget(String runId) {
    Dataset<Row> files = store.read(FilesTable.SPEC, store.version(FilesTable.SPEC), catalogId);
    Dataset<Row> contents =
        store
            .read(AssetsTable.SPEC)
            .select(col(AssetsTable.SHA256))
            .distinct()
            .withColumn(KNOWN, lit(true));
    Dataset<Row> joined = files.join(contents, new String[] {FilesTable.SHA256}, "left_outer");
    Column isStray =
        col(FilesTable.SHA256).isNotNull().and(coalesce(col(KNOWN), lit(false)).equalTo(false));
    if (joined.filter(isStray).isEmpty()) {
      return;
    }
    store.replace(
        FilesTable.SPEC,
        catalogId,
        joined
            .withColumn(
                FilesTable.WAS_SHA256,
                when(isStray.and(col(FilesTable.WAS_STATE).isNull()), col(FilesTable.SHA256))
                    .otherwise(col(FilesTable.WAS_SHA256)))
            .withColumn(
                FilesTable.WAS_STATE,
                when(isStray, coalesce(col(FilesTable.WAS_STATE), lit(FilesTable.PRESENT)))
                    .otherwise(col(FilesTable.WAS_STATE)))
            .withColumn(FilesTable.SHA256, when(isStray, null).otherwise(col(FilesTable.SHA256))),
        runId);
  }
}
