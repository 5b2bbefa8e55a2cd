package io.lumina.scan;

import io.lumina.table.ListingRows;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/** Makes the rows of {@link ListingRows}. */
final class ListingRow {
  private static final String APPLE_DOUBLE = "._";

  private ListingRow() {}

  /** A directory that is to be listed. */
  static Row directory(String root, String path, List<String> ancestors) {
    return row(ListingRows.DIRECTORY, path, root, null, null, null, null, null, ancestors);
  }

  /** A file or a problem; a file whose name says nothing to us is of the kind "other". */
  static Row of(String root, Entry entry, NameRules names) {
    if (entry instanceof Entry.File file) {
      String name = PathNames.fileName(file.path());
      Optional<FileRole> role = name.startsWith(APPLE_DOUBLE) ? Optional.empty() : names.role(name);
      return row(
          role.isPresent() ? ListingRows.FILE : ListingRows.OTHER,
          file.path(),
          root,
          file.size(),
          file.modified().map(Timestamp::from).orElse(null),
          role.map(FileRole::column).orElse(null),
          null,
          null,
          List.of());
    }
    if (entry instanceof Entry.Problem problem) {
      return row(
          ListingRows.PROBLEM,
          problem.path(),
          root,
          null,
          null,
          null,
          problem.reason(),
          problem.detail(),
          List.of());
    }
    throw new IllegalArgumentException("A directory is not listed as a file: " + entry);
  }

  private static Row row(
      String kind,
      String path,
      String root,
      Long size,
      Timestamp modified,
      String role,
      String reason,
      String detail,
      List<String> ancestors) {
    Object[] values = {
      kind,
      path,
      root,
      PathNames.below(root, path),
      size,
      modified,
      role,
      reason,
      detail,
      ancestors.toArray(String[]::new)
    };
    return new GenericRowWithSchema(values, ListingRows.SCHEMA);
  }
}
