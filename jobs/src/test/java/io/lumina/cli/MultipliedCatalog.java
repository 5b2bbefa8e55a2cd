package io.lumina.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.md5;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.xxhash64;

import io.lumina.store.Store;
import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A catalog many times as large as one that was really read: each content again, with a checksum of
 * its own, hashes moved by one random pattern for each copy, and another camera. So each copy of
 * the library has the groups and bursts of the library, and pairs across copies are as rare as
 * chance makes them.
 */
final class MultipliedCatalog {
  private static final String COPY = "copy";

  /** What tells a device, or ties files together. */
  private static final List<String> OF_A_DEVICE =
      List.of("model", "burst_uuid", "content_identifier");

  private static final String RUN = "multiplied";

  private final Store seed;
  private final long times;

  MultipliedCatalog(Store seed, long times) {
    this.seed = seed;
    this.times = times;
  }

  /** Writes the tables of files and of contents; gives the listing that finds all unchanged. */
  Dataset<Row> write(Store target, String catalogId, String root) {
    target.append(AssetsTable.SPEC, assets(), RUN);
    target.replace(FilesTable.SPEC, catalogId, files(catalogId, root), RUN);
    return target
        .read(FilesTable.SPEC)
        .select(
            col(FilesTable.SOURCE_PATH).as("path"),
            col(FilesTable.SIZE_BYTES).as("size"),
            col(FilesTable.MODIFIED_AT).as("modified"));
  }

  private Dataset<Row> copies(Dataset<Row> rows) {
    return rows.crossJoin(rows.sparkSession().range(times).toDF(COPY));
  }

  private Dataset<Row> assets() {
    Column metadata = col(AssetsTable.METADATA);
    for (String name : OF_A_DEVICE) {
      Column told = metadata.getField(name);
      metadata = metadata.withField(name, concat(told, lit(" "), col(COPY).cast("string")));
    }
    return copies(seed.read(AssetsTable.SPEC))
        .withColumn(AssetsTable.SHA256, checksum())
        .withColumn(AssetsTable.DHASH, moved(AssetsTable.DHASH))
        .withColumn(AssetsTable.AHASH, moved(AssetsTable.AHASH))
        .withColumn(AssetsTable.WHASH, moved(AssetsTable.WHASH))
        .withColumn(AssetsTable.METADATA, metadata);
  }

  private Dataset<Row> files(String catalogId, String root) {
    Column folder = concat(lit(root + "/"), col(COPY));
    Column below = length(col(FilesTable.ROOT)).plus(1);
    return copies(seed.read(FilesTable.SPEC).filter(col(FilesTable.SHA256).isNotNull()))
        .withColumn(FilesTable.CATALOG_ID, lit(catalogId))
        .withColumn(FilesTable.FILE_ID, uuid())
        .withColumn(FilesTable.SHA256, checksum())
        .withColumn(
            FilesTable.SIDECARS,
            transform(
                col(FilesTable.SIDECARS), path -> concat(folder, path.substr(below, length(path)))))
        .withColumn(FilesTable.SOURCE_PATH, concat_ws("/", folder, col(FilesTable.RELATIVE_PATH)))
        .withColumn(
            FilesTable.RELATIVE_PATH,
            concat_ws("/", col(COPY).cast("string"), col(FilesTable.RELATIVE_PATH)))
        .withColumn(FilesTable.ROOT, lit(root));
  }

  private static Column checksum() {
    return sha2(concat(col(FilesTable.SHA256), col(COPY).cast("string")).cast("binary"), 256);
  }

  private static Column moved(String hash) {
    return col(hash).bitwiseXOR(xxhash64(lit(hash), col(COPY)));
  }

  private static Column uuid() {
    Column digits = md5(concat(col(FilesTable.FILE_ID), col(COPY).cast("string")).cast("binary"));
    return regexp_replace(digits, "(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }
}
