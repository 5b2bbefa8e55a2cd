package io.lumina.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.size;

import org.apache.spark.sql.Column;

/**
 * Which files of a catalog are broken: those with damage, and those that could not be read. A file
 * that no analysis has come to yet is not among them.
 */
public final class Broken {
  /** In PostgreSQL, of rows of {@code lumina.images}. */
  public static final String SQL =
      "(corruption IS NOT NULL OR (checksum IS NULL AND jsonb_array_length(issues) > 0))";

  private Broken() {}

  /** In Spark, of rows of {@link ImagesView}. */
  public static Column column() {
    return col(ImagesView.CORRUPTION)
        .isNotNull()
        .or(col(ImagesView.SHA256).isNull().and(size(col(ImagesView.ISSUES)).gt(0)));
  }
}
