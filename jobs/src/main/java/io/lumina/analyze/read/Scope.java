package io.lumina.analyze.read;

import static org.apache.spark.sql.functions.col;

import io.lumina.table.FilesTable;
import org.apache.spark.sql.Column;

/** Which files an analysis reads; those that are missing cannot be. */
public enum Scope {
  /** Those whose content nobody has read. */
  NEW,
  /** All that are there, and what was known of their contents is replaced. */
  EVERYTHING;

  /** Whether a row of {@link FilesTable} is to be read. */
  public Column isToRead() {
    Column isPresent = col(FilesTable.STATE).equalTo(FilesTable.PRESENT);
    return this == NEW ? isPresent.and(isUnread()) : isPresent;
  }

  /** Whether nobody has read the content of a file as it was listed last. */
  static Column isUnread() {
    return col(FilesTable.SHA256).isNull();
  }
}
