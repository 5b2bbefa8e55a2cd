package io.lumina.table;

import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.md5;
import static org.apache.spark.sql.functions.regexp_replace;

import org.apache.spark.sql.Column;

/** Ids of files, each given once. */
public final class NewFileId {
  private NewFileId() {}

  /**
   * An id that follows from the catalog, the run and the path. Without the run, a path that is used
   * again, or a warehouse that is made again, would bring back ids that stand for other pictures.
   */
  public static Column of(String catalogId, String runId, Column sourcePath) {
    // Version 8: a UUID whose bits the application defines (RFC 9562).
    return regexp_replace(
        md5(concat_ws("\n", lit(catalogId), sourcePath, lit(runId)).cast("binary")),
        "^(.{8})(.{4}).(.{3}).(.{3})(.{12})$",
        "$1-$2-8$3-a$4-$5");
  }
}
