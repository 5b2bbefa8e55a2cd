package io.lumina.scan.list;

import io.lumina.table.ListingRows;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import scala.collection.immutable.ArraySeq;

/** Makes the rows of {@link ListingRows}. */
public final class ListingRow {
  private ListingRow() {}

  /** A directory that is to be listed. */
  static Row directory(Place place) {
    return row(
        ListingRows.DIRECTORY,
        place.path(),
        place.root(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        place.passed(),
        Optional.empty());
  }

  /**
   * A file or a problem; a file whose name says nothing to us is of the kind "other".
   *
   * @param sidecars paths, best last
   */
  public static Row of(String root, Entry entry, NameRules names, List<String> sidecars) {
    if (entry instanceof Entry.File file && !file.hasPossibleSize()) {
      return of(
          root,
          new Entry.Problem(
              file.path(),
              Entry.Problem.NO_SIZE,
              "A size of " + file.size() + " bytes; files have 0 to " + Entry.File.LARGEST),
          names,
          List.of());
    }
    if (entry instanceof Entry.File file) {
      String name = PathNames.fileName(file.path());
      if (names.excludes(name)) {
        return problem(root, file.path(), Entry.Problem.HIDDEN_FILE, "In scan.exclude-files");
      }
      Optional<FileRole> role = names.role(name);
      return row(
          role.isPresent() ? ListingRows.FILE : ListingRows.OTHER,
          file.path(),
          root,
          file.size(),
          file.modified().map(Timestamp::from).orElse(null),
          role.map(FileRole::column).orElse(null),
          null,
          null,
          sidecars,
          List.of(),
          file.hardLink());
    }
    if (entry instanceof Entry.Problem problem) {
      return problem(root, problem.path(), problem.reason(), problem.detail());
    }
    throw new IllegalArgumentException("A directory is not listed as a file: " + entry);
  }

  private static Row problem(String root, String path, String reason, String detail) {
    return row(
        ListingRows.PROBLEM,
        path,
        root,
        null,
        null,
        null,
        reason,
        detail,
        List.of(),
        List.of(),
        Optional.empty());
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
      List<String> sidecars,
      List<String> ancestors,
      Optional<HardLink> hardLink) {
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
      strings(sidecars),
      strings(ancestors),
      hardLink.map(HardLink::key).orElse(null),
      hardLink.map(HardLink::names).orElse(null)
    };
    return new GenericRowWithSchema(values, ListingRows.SCHEMA);
  }

  /** The form in which Spark hands rows out, so that fresh rows and those it brought are alike. */
  private static ArraySeq<String> strings(List<String> values) {
    return ArraySeq.unsafeWrapArray(values.toArray(String[]::new));
  }
}
