package io.lumina.scan.list;

import io.lumina.table.FilesTable;

/** What a file is in a catalog. */
public enum FileRole {
  MEDIA(FilesTable.MEDIA),
  SIDECAR(FilesTable.SIDECAR);

  private final String column;

  FileRole(String column) {
    this.column = column;
  }

  /** The value in {@code files.role}. */
  public String column() {
    return column;
  }
}
