package io.lumina.scan.list;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.table.ListingRows;
import java.sql.Timestamp;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Reads a listing that something else made, such as an S3 inventory: CSV with a header, or Parquet,
 * with the columns {@code path}, {@code size} (bytes) and {@code modified} (a timestamp, UTC where
 * it names no zone). A path that is there twice counts once, as last modified.
 */
public final class ListingFile {
  private static final String PATH = "path";
  private static final String SIZE = "size";
  private static final String MODIFIED = "modified";
  private static final List<String> COLUMNS = List.of(PATH, SIZE, MODIFIED);
  private static final String LAST = "last";
  private static final int LAST_YEAR = 9999;
  private static final Pattern CSV = Pattern.compile("(?i)\\.csv(\\.gz)?$");

  /** Spark takes these for wildcards. */
  private static final Pattern UNREADABLE_NAME = Pattern.compile("[*?\\[\\]{}]");

  private final SparkSession spark;

  public ListingFile(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * The listing; a path under none of the roots is a problem, what lies in a folder that a walk
   * does not enter is left out.
   *
   * @throws LuminaException with {@link ExitCode#USAGE} for a listing of another form, with {@link
   *     ExitCode#SOURCE_MISSING} for one that cannot be read
   */
  public Listing read(String file, ScanConfig config) {
    Dataset<Row> raw = load(file);
    for (String column : COLUMNS) {
      if (!List.of(raw.columns()).contains(column)) {
        throw new LuminaException(
            ExitCode.USAGE,
            "The listing " + file + " has no column '" + column + "'; it needs path,size,modified");
      }
    }
    Dataset<Row> each =
        raw.groupBy(col(PATH).cast(DataTypes.StringType).alias(PATH))
            .agg(
                max(struct(modified(raw, file).alias(MODIFIED), size(raw).alias(SIZE))).alias(LAST))
            .select(col(PATH), col(LAST).getField(SIZE), col(LAST).getField(MODIFIED));
    return Listing.of(
        SidecarLinks.in(
            each.flatMap(new ToRow(Boundaries.of(config)), Encoders.row(ListingRows.SCHEMA))));
  }

  private static Column size(Dataset<Row> raw) {
    return raw.col(SIZE).try_cast(DataTypes.LongType);
  }

  /** To the millisecond, as a walk has it. */
  private static Column modified(Dataset<Row> raw, String file) {
    DataType type = raw.schema().apply(MODIFIED).dataType();
    if (!type.equals(DataTypes.StringType)
        && !type.equals(DataTypes.TimestampType)
        && !type.equals(DataTypes.TimestampNTZType)) {
      throw new LuminaException(
          ExitCode.USAGE,
          "The column 'modified' of the listing "
              + file
              + " is of type "
              + type.simpleString()
              + "; it needs timestamps such as 2024-05-31T12:00:00Z");
    }
    Column time = raw.col(MODIFIED).try_cast(DataTypes.TimestampType);
    // The last microseconds that the type holds cannot be reckoned with.
    return when(year(time).between(0, LAST_YEAR), date_trunc("millisecond", time));
  }

  private Dataset<Row> load(String file) {
    String name = PathNames.fileName(file);
    if (name.startsWith("_") || name.startsWith(".") || UNREADABLE_NAME.matcher(file).find()) {
      throw new LuminaException(
          ExitCode.USAGE,
          "The listing "
              + file
              + " cannot be read under this name: it may not begin with _ or . nor hold any of"
              + " *?[]{}; rename it");
    }
    try {
      return CSV.matcher(file).find()
          ? spark
              .read()
              .option("header", true)
              .option("multiLine", true)
              .option("escape", "\"")
              .csv(file)
          : spark.read().parquet(file);
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      throw new LuminaException(
          ExitCode.SOURCE_MISSING,
          "The listing " + file + " cannot be read: give a CSV or Parquet file that is there",
          e);
    }
  }

  private static final class ToRow implements FlatMapFunction<Row, Row> {
    private final Boundaries boundaries;

    ToRow(Boundaries boundaries) {
      this.boundaries = boundaries;
    }

    @Override
    public Iterator<Row> call(Row listed) {
      if (listed.isNullAt(0)) {
        return problem("", "", "no_path", "The listing gives no path");
      }
      String path = listed.getString(0);
      Optional<String> root = boundaries.roots().of(path);
      if (root.isEmpty()) {
        return problem("", path, "outside_sources", "Lies in no source directory of the catalog");
      }
      if (!boundaries.reaches(root.get(), path)) {
        return List.<Row>of().iterator();
      }
      if (path.indexOf(0) >= 0) {
        return problem(root.get(), path, "no_path", "The listing gives a path with U+0000");
      }
      if (listed.isNullAt(1)) {
        return problem(
            root.get(), path, Entry.Problem.NO_SIZE, "The listing gives no size in bytes");
      }
      Optional<Timestamp> modified = Optional.ofNullable(listed.getTimestamp(2));
      return row(
          root.get(), new Entry.File(path, listed.getLong(1), modified.map(Timestamp::toInstant)));
    }

    private Iterator<Row> problem(String root, String path, String reason, String detail) {
      return row(root, new Entry.Problem(path, reason, detail));
    }

    private Iterator<Row> row(String root, Entry entry) {
      return List.of(ListingRow.of(root, entry, boundaries.names(), List.of())).iterator();
    }
  }
}
