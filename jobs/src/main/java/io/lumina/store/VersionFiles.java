package io.lumina.store;

import static org.apache.spark.sql.functions.col;

import io.lumina.table.FilesTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import scala.Option;

/** The files that versions of a Delta table name: the log knows them also when they are gone. */
final class VersionFiles {
  private static final String PATH = "path";
  private static final String PARTITION_VALUES = "partitionValues";

  private final SparkSession spark;
  private final DeltaLog log;

  VersionFiles(SparkSession spark, String table) {
    this.spark = spark;
    this.log = DeltaLog.forTable(spark, table);
  }

  /**
   * Those of a version that are not there. One listing tells, however many there are.
   *
   * @param catalogId whose rows; all when none is given
   */
  List<String> missing(long version, Optional<String> catalogId) {
    Dataset<Row> named =
        log.getSnapshotAt(version, Option.empty(), Option.empty(), log.getSnapshotAt$default$4())
            .allFiles()
            .toDF();
    List<String> paths =
        catalogId
            .map(
                id ->
                    named.filter(col(PARTITION_VALUES).getItem(FilesTable.CATALOG_ID).equalTo(id)))
            .orElse(named)
            .select(PATH)
            .as(Encoders.STRING())
            .collectAsList();
    return paths.isEmpty() ? paths : without(there(), paths);
  }

  /** A path of the log is a part of a URI, below the table unless it says otherwise. */
  private List<String> without(Set<Path> there, List<String> paths) {
    return paths.stream()
        .filter(path -> !there.contains(new Path(log.dataPath(), new Path(URI.create(path)))))
        .toList();
  }

  private Set<Path> there() {
    try {
      FileSystem files = log.dataPath().getFileSystem(spark.sessionState().newHadoopConf());
      Set<Path> found = new HashSet<>();
      RemoteIterator<LocatedFileStatus> all = files.listFiles(log.dataPath(), true);
      while (all.hasNext()) {
        found.add(all.next().getPath());
      }
      return found;
    } catch (IOException failed) {
      throw new UncheckedIOException("The table " + log.dataPath() + " cannot be listed", failed);
    }
  }
}
