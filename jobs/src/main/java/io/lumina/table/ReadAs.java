package io.lumina.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * As what the bytes of a file are read: its role and its extension. Files of equal bytes may be
 * read as different things: an empty picture and an empty sidecar, one TIFF named .tif and .nef.
 */
public final class ReadAs {
  private static final String MEDIA = "media.";

  private ReadAs() {}

  /** Of a row of {@link FilesTable}. */
  public static String of(String role, String sourcePath) {
    return FilesTable.SIDECAR.equals(role) ? FilesTable.SIDECAR : MEDIA + extension(sourcePath);
  }

  /** The same as a column of rows of {@link FilesTable}. */
  public static Column column() {
    return when(col(FilesTable.ROLE).equalTo(FilesTable.SIDECAR), FilesTable.SIDECAR)
        .otherwise(
            concat(lit(MEDIA), regexp_extract(col(FilesTable.SOURCE_PATH), "\\.([^./]*)$", 1)));
  }

  /** What follows the last dot of the name; empty where there is none. */
  public static String extension(String sourcePath) {
    String name = sourcePath.substring(sourcePath.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }
}
