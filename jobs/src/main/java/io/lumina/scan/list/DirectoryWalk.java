package io.lumina.scan.list;

import static org.apache.spark.sql.functions.col;

import io.lumina.job.HadoopSettings;
import io.lumina.table.ListingRows;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;

/**
 * Walks the source directories. The driver lists a small library alone. A larger one is walked with
 * all tasks, round by round: each round lists what the one before left over, and what was found
 * lies in Parquet files below a staging folder, not in memory.
 */
public final class DirectoryWalk {
  /** Beyond either limit a library is not small. */
  private static final int MOST_ROWS_OF_THE_DRIVER = 10_000;

  private static final int MOST_FOLDERS_OF_THE_DRIVER = 1_000;

  /** So many folders, and another task is worth its start. */
  private static final int FOLDERS_WORTH_A_TASK = 50;

  private static final int MOST_FOLDERS_OF_A_TASK = 500;
  private static final int TASKS_PER_CORE = 8;

  private final SparkSession spark;
  private final String staging;

  /**
   * A walk.
   *
   * @param staging folder for the rows, emptied by the caller
   */
  public DirectoryWalk(SparkSession spark, String staging) {
    this.spark = Objects.requireNonNull(spark, "spark");
    this.staging = Objects.requireNonNull(staging, "staging");
  }

  /** Everything below the roots. */
  public Listing walk(ScanConfig config) {
    Boundaries boundaries = Boundaries.of(config);
    Listers listers =
        new Listers(
            config.followLinks(), new HadoopSettings(spark.sparkContext().hadoopConfiguration()));
    List<Place> start = start(boundaries);
    return alone(boundaries, listers, start)
        .map(rows -> Listing.small(spark, rows))
        .orElseGet(() -> Listing.of(together(boundaries, listers, start)));
  }

  /** The roots, as places to begin at. */
  public static List<Place> start(Boundaries boundaries) {
    return boundaries.roots().all().stream()
        .map(
            root ->
                new Place(
                    root,
                    root,
                    boundaries.followLinks() ? List.of(SourceRoots.real(root)) : List.of()))
        .toList();
  }

  /** All rows of a small library; nothing for a larger one, which is then begun anew. */
  private static Optional<List<Row>> alone(
      Boundaries boundaries, Listers listers, List<Place> start) {
    List<Row> rows = new ArrayList<>();
    Iterator<Row> walk = new TreeWalk(boundaries, listers, start, MOST_FOLDERS_OF_THE_DRIVER);
    while (walk.hasNext()) {
      Row row = walk.next();
      if (rows.size() == MOST_ROWS_OF_THE_DRIVER
          || row.getAs(ListingRows.KIND).equals(ListingRows.DIRECTORY)) {
        return Optional.empty();
      }
      rows.add(row);
    }
    return Optional.of(rows);
  }

  private Dataset<Row> together(Boundaries boundaries, Listers listers, List<Place> start) {
    LongAccumulator left = spark.sparkContext().longAccumulator("folders left to list");
    ListDirectories lister = new ListDirectories(boundaries, listers, MOST_FOLDERS_OF_A_TASK, left);
    Dataset<Row> open =
        spark.createDataFrame(start.stream().map(Place::row).toList(), ListingRows.SCHEMA);
    long folders = start.size();
    List<String> rounds = new ArrayList<>();
    while (folders > 0) {
      String place = staging + "/round-" + rounds.size();
      rounds.add(place);
      left.reset();
      open.repartition(tasks(folders))
          .mapPartitions(lister, Encoders.row(ListingRows.SCHEMA))
          .write()
          .parquet(place);
      open = read(place).filter(col(ListingRows.KIND).equalTo(ListingRows.DIRECTORY));
      folders = left.value();
    }
    return read(rounds.toArray(String[]::new))
        .filter(col(ListingRows.KIND).notEqual(ListingRows.DIRECTORY));
  }

  private Dataset<Row> read(String... places) {
    return spark.read().schema(ListingRows.SCHEMA).parquet(places);
  }

  private int tasks(long folders) {
    long most = (long) TASKS_PER_CORE * spark.sparkContext().defaultParallelism();
    return (int) Math.max(1, Math.min(most, folders / FOLDERS_WORTH_A_TASK));
  }
}
