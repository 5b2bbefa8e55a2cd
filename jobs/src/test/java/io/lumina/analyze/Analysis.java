package io.lumina.analyze;

import io.lumina.SharedSpark;
import io.lumina.analyze.read.AnalyzeConfig;
import io.lumina.job.JobContext;
import io.lumina.job.JobReport;
import io.lumina.job.Progress;
import io.lumina.store.Store;
import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Runs the job over files in a warehouse of its own and reads what it wrote. */
public final class Analysis {
  public static final AnalyzeConfig CONFIG =
      new AnalyzeConfig(400_000_000L, 512L << 20, Duration.ofSeconds(30), 0.5, 20L << 30);

  private final Store store;

  Analysis(Path warehouse) {
    store = new Store(SharedSpark.session(), warehouse.toString());
  }

  Store store() {
    return store;
  }

  /** What the next run finds; replaces all rows of the catalog. */
  Analysis listed(ListedRows files) {
    store.replace(FilesTable.SPEC, ListedRows.CATALOG, files.in(store.spark()), "listed");
    return this;
  }

  JobReport run(String run) {
    return run(CONFIG, run);
  }

  JobReport run(AnalyzeConfig config, String run) {
    return new AnalyzeJob()
        .run(config, new JobContext(store, ListedRows.CATALOG, run, Progress.SILENT));
  }

  List<Row> assets() {
    return store.read(AssetsTable.SPEC).orderBy(AssetsTable.SHA256).collectAsList();
  }

  Dataset<Row> files() {
    return store.read(FilesTable.SPEC);
  }

  /** Rows of the files by their names. */
  Map<String, Row> byName() {
    Map<String, Row> rows = new TreeMap<>();
    for (Row row : files().collectAsList()) {
      Path path = Path.of(row.<String>getAs(FilesTable.SOURCE_PATH));
      rows.put(path.getFileName().toString(), row);
    }
    return rows;
  }

  static String checksum(Row file) {
    return file.getAs(FilesTable.SHA256);
  }

  /** Codes of the issues of a file or of a content. */
  static List<String> codes(Row row) {
    return row.<Row>getList(row.fieldIndex(FilesTable.ISSUES)).stream()
        .map(issue -> issue.getString(0))
        .toList();
  }
}
