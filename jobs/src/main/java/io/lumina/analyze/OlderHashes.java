package io.lumina.analyze;

import static org.apache.spark.sql.functions.col;

import io.lumina.hash.HashVersion;
import io.lumina.store.Store;
import io.lumina.table.AssetsTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Hashes that an older version of the algorithms made. They are never compared with others, and
 * made anew from the stored lumas: no file is read.
 */
final class OlderHashes {
  private static final String READ_BY = "read_by";

  private final Store store;

  OlderHashes(Store store) {
    this.store = store;
  }

  /** Makes them anew; returns how many contents had older ones. */
  long renew(String runId) {
    Dataset<Row> assets = store.read(AssetsTable.SPEC);
    // The difference hash says whether there is a luma, and takes less to read.
    Dataset<Row> older =
        assets.filter(
            col(AssetsTable.ALGO_VERSION)
                .notEqual(HashVersion.ALGO_VERSION)
                .and(col(AssetsTable.DHASH).isNotNull()));
    long count = store.version(AssetsTable.SPEC) == 0 ? 0 : older.count();
    if (count > 0) {
      Dataset<Row> renewed =
          DerivedColumns.of(older.withColumn(READ_BY, col(AssetsTable.RUN_ID)), runId)
              .withColumn(AssetsTable.RUN_ID, col(READ_BY));
      store.merge(AssetsTable.SPEC, renewed, runId);
    }
    return count;
  }
}
