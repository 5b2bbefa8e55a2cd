package io.lumina.scan;

import static org.apache.spark.sql.functions.col;

import io.lumina.job.HadoopSettings;
import io.lumina.table.ListingRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Walks the source directories with all tasks, round by round: each round lists what the one before
 * left over. What was found lies in Parquet files below a staging folder, not in memory.
 */
final class DirectoryWalk {
  private static final int DIRECTORIES_PER_ROUND = 500;

  private final SparkSession spark;
  private final String staging;

  /**
   * A walk.
   *
   * @param staging folder for the rows, emptied by the caller
   */
  DirectoryWalk(SparkSession spark, String staging) {
    this.spark = Objects.requireNonNull(spark, "spark");
    this.staging = Objects.requireNonNull(staging, "staging");
  }

  /** Everything below the roots, as {@link ListingRows} without directories. */
  Dataset<Row> walk(ScanConfig config, List<String> skipped) {
    Dataset<Row> frontier = frontier(config.roots());
    List<String> rounds = new ArrayList<>();
    long open = config.roots().size();
    while (open > 0) {
      String place = staging + "/round-" + rounds.size();
      rounds.add(place);
      ListDirectories lister =
          new ListDirectories(
              config.names(),
              skipped,
              config.followLinks(),
              DIRECTORIES_PER_ROUND,
              new HadoopSettings(spark.sparkContext().hadoopConfiguration()));
      frontier
          .repartition(partitions(open))
          .mapPartitions(lister, Encoders.row(ListingRows.SCHEMA))
          .write()
          .parquet(place);
      frontier =
          spark
              .read()
              .schema(ListingRows.SCHEMA)
              .parquet(place)
              .filter(col(ListingRows.KIND).equalTo(ListingRows.DIRECTORY));
      open = frontier.count();
    }
    return spark
        .read()
        .schema(ListingRows.SCHEMA)
        .parquet(rounds.toArray(String[]::new))
        .filter(col(ListingRows.KIND).notEqual(ListingRows.DIRECTORY));
  }

  private Dataset<Row> frontier(List<String> roots) {
    List<Row> rows = new ArrayList<>();
    for (String root : roots) {
      rows.add(ListingRow.directory(root, root, List.of()));
    }
    return spark.createDataFrame(rows, ListingRows.SCHEMA);
  }

  private int partitions(long directories) {
    long wanted = Math.max(1, directories / (DIRECTORIES_PER_ROUND / 10));
    return (int) Math.min(wanted, 8L * spark.sparkContext().defaultParallelism());
  }
}
