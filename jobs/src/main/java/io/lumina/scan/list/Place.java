package io.lumina.scan.list;

import io.lumina.table.ListingRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;

/**
 * A folder to list.
 *
 * @param root source directory that it belongs to
 * @param passed where links are followed: the real folders in which links on the way to here lie,
 *     and last the real path of this folder; else empty
 */
public record Place(String root, String path, List<String> passed) {
  public Place {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(path, "path");
    passed = List.copyOf(passed);
  }

  /** A row that {@link #row} made, or Spark brought. */
  static Place of(Row row) {
    return new Place(
        row.getAs(ListingRows.ROOT),
        row.getAs(ListingRows.SOURCE_PATH),
        row.getList(row.fieldIndex(ListingRows.ANCESTORS)));
  }

  Row row() {
    return ListingRow.directory(this);
  }

  /** A folder in this one. */
  Place child(String childPath) {
    if (passed.isEmpty()) {
      return new Place(root, childPath, passed);
    }
    List<String> line = new ArrayList<>(passed.subList(0, passed.size() - 1));
    line.add(PathNames.opened(real()) + PathNames.fileName(childPath));
    return new Place(root, childPath, line);
  }

  /** The folder that a link in this one leads to. */
  Place through(Entry.Link link) {
    List<String> line = new ArrayList<>(passed);
    line.add(link.target());
    return new Place(root, link.path(), line);
  }

  private String real() {
    return passed.get(passed.size() - 1);
  }
}
