package io.lumina.scan;

import static org.apache.spark.sql.functions.col;

import io.lumina.job.ExitCode;
import io.lumina.job.LuminaException;
import io.lumina.table.ListingRows;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads a listing that something else made, such as an S3 inventory: CSV with a header, or Parquet,
 * with the columns {@code path}, {@code size} (bytes) and {@code modified} (a timestamp).
 */
final class ListingFile {
  private static final List<String> COLUMNS = List.of("path", "size", "modified");

  private final SparkSession spark;

  ListingFile(SparkSession spark) {
    this.spark = spark;
  }

  /** The listing as {@link ListingRows}; a path under none of the roots is a problem row. */
  Dataset<Row> read(String file, ScanConfig config) {
    Dataset<Row> raw = load(file);
    for (String column : COLUMNS) {
      if (!List.of(raw.columns()).contains(column)) {
        throw new LuminaException(
            ExitCode.USAGE,
            "The listing " + file + " has no column '" + column + "'; it needs path,size,modified");
      }
    }
    return raw.select(col("path"), col("size").cast("bigint"), col("modified").cast("timestamp"))
        .map(new ToRow(config.roots(), config.names()), Encoders.row(ListingRows.SCHEMA));
  }

  private Dataset<Row> load(String file) {
    try {
      return file.toLowerCase(Locale.ROOT).endsWith(".csv")
          ? spark
              .read()
              .option("header", true)
              .option("multiLine", true)
              .option("escape", "\"")
              .csv(file)
          : spark.read().parquet(file);
    } catch (Exception e) {
      throw new LuminaException(
          ExitCode.SOURCE_MISSING,
          "The listing " + file + " cannot be read: give a CSV or Parquet file",
          e);
    }
  }

  private static final class ToRow implements MapFunction<Row, Row> {
    private final List<String> roots;
    private final NameRules names;

    ToRow(List<String> roots, NameRules names) {
      this.roots =
          roots.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
      this.names = names;
    }

    @Override
    public Row call(Row listed) {
      String path = listed.getString(0);
      Optional<String> root =
          roots.stream().filter(each -> !PathNames.below(each, path).equals(path)).findFirst();
      if (root.isEmpty()) {
        return ListingRow.of(
            "",
            new Entry.Problem(
                path, "outside_sources", "Lies in no source directory of the catalog"),
            names);
      }
      if (listed.isNullAt(1)) {
        return ListingRow.of(
            root.get(),
            new Entry.Problem(path, "no_size", "The listing gives no size in bytes"),
            names);
      }
      Optional<Timestamp> modified = Optional.ofNullable(listed.getTimestamp(2));
      return ListingRow.of(
          root.get(),
          new Entry.File(path, listed.getLong(1), modified.map(Timestamp::toInstant)),
          names);
    }
  }
}
