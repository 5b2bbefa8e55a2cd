package io.lumina.analyze;

import io.lumina.table.FilesTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/** Rows of {@link FilesTable} as a scan leaves them. */
public final class ListedRows {
  static final String CATALOG = "00000000-0000-0000-0000-00000000000a";

  private final Path root;
  private final String run;
  private final List<Map<String, Object>> rows = new ArrayList<>();

  public ListedRows(Path root, String run) {
    this.root = root;
    this.run = run;
  }

  /** A file that is there, with its real size and time. */
  public ListedRows file(Path file, String... sidecars) throws IOException {
    rows.add(row(file, FilesTable.MEDIA, Files.size(file), sidecars));
    return this;
  }

  ListedRows sidecar(Path file) throws IOException {
    rows.add(row(file, FilesTable.SIDECAR, Files.size(file)));
    return this;
  }

  /** A file listed with a size that is not, or no longer, its own. */
  public ListedRows file(Path file, long listedSize) {
    rows.add(row(file, FilesTable.MEDIA, listedSize));
    return this;
  }

  /** Overwrites one value of the row added last. */
  ListedRows but(String column, Object value) {
    rows.get(rows.size() - 1).put(column, value);
    return this;
  }

  private static Timestamp modified(Path file) {
    return new Timestamp(file.toFile().lastModified());
  }

  public Dataset<Row> in(SparkSession spark) {
    String[] names = FilesTable.SPEC.schema().fieldNames();
    List<Row> all = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      Object[] cells = new Object[names.length];
      for (int i = 0; i < names.length; i++) {
        cells[i] = row.get(names[i]);
      }
      all.add(new GenericRowWithSchema(cells, FilesTable.SPEC.schema()));
    }
    return spark.createDataFrame(all, FilesTable.SPEC.schema());
  }

  private Map<String, Object> row(Path file, String role, long size, String... sidecars) {
    String path = file.toString();
    Map<String, Object> row = new HashMap<>();
    row.put(FilesTable.CATALOG_ID, CATALOG);
    row.put(FilesTable.FILE_ID, UUID.nameUUIDFromBytes(path.getBytes()).toString());
    row.put(FilesTable.SOURCE_PATH, path);
    row.put(FilesTable.ROOT, root.toString());
    row.put(FilesTable.RELATIVE_PATH, root.relativize(file).toString());
    row.put(FilesTable.SIZE_BYTES, size);
    row.put(FilesTable.MODIFIED_AT, modified(file));
    row.put(FilesTable.ROLE, role);
    row.put(FilesTable.STATE, FilesTable.PRESENT);
    row.put(FilesTable.SIDECARS, sidecars);
    row.put(FilesTable.ISSUES, new Row[0]);
    row.put(FilesTable.FIRST_SEEN_RUN, run);
    row.put(FilesTable.LAST_SEEN_RUN, run);
    return row;
  }
}
