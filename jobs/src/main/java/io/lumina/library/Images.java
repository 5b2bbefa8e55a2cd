package io.lumina.library;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.current_timezone;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.failure.Printable;
import io.lumina.table.AssetsTable;
import io.lumina.table.FilesTable;
import io.lumina.table.ImagesView;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The images of a catalog: each media file joined with what is known of its content, with what its
 * sidecars say, and with the dates that its name and place tell.
 */
public final class Images {
  private static final String VIDEO = "mp4|mov|m4v|avi|mkv|wmv|flv|webm|mpg|mpeg|3gp|3g2|mts|m2ts";
  private static final String AUDIO = "mp3|m4a|aac|wav|flac|ogg|opus";

  private static final String BESIDE = "beside";
  private static final String POSITION = "position";
  private static final String SIDECAR_PATH = "sidecar_path";
  private static final String CAPTURE = "capture";
  private static final String ASSET = "asset";
  private static final String CONTENT_ISSUES = "content_issues";
  private static final int LAST_YEAR = 9999;

  private final String zone;

  /**
   * Images with capture dates.
   *
   * @param zone time zone of wall clocks that name none, as an IANA id; empty when unknown
   * @throws LuminaException with {@link ExitCode#USAGE} when there is no such zone
   */
  public Images(String zone) {
    this.zone = checked(zone);
  }

  private static String checked(String zone) {
    try {
      return zone.isEmpty() ? zone : ZoneId.of(zone).getId();
    } catch (DateTimeException e) {
      throw new LuminaException(
          ExitCode.USAGE,
          "analyze.time-zone is "
              + Printable.of(zone)
              + ", which is no time zone; name one such as Europe/Zurich, or none",
          e);
    }
  }

  /**
   * Joins files and assets.
   *
   * @param files rows of {@link FilesTable} of one catalog
   * @param assets rows of {@link AssetsTable}
   * @return rows of {@link ImagesView}
   */
  public Dataset<Row> of(Dataset<Row> files, Dataset<Row> assets) {
    Dataset<Row> media = files.filter(col(FilesTable.ROLE).equalTo(FilesTable.MEDIA));
    return FileContents.join(media, assets, struct("*").alias(ASSET))
        .join(beside(files, assets), new String[] {FilesTable.FILE_ID}, "left_outer")
        .withColumn(CAPTURE, captureDate())
        .select(columns());
  }

  /** For each file with sidecars what these say, best sidecar first. */
  private static Dataset<Row> beside(Dataset<Row> files, Dataset<Row> assets) {
    Dataset<Row> sidecars =
        FileContents.join(
                files.filter(col(FilesTable.ROLE).equalTo(FilesTable.SIDECAR)),
                assets,
                col(AssetsTable.METADATA),
                col(AssetsTable.DATES),
                col(AssetsTable.ISSUES).alias(CONTENT_ISSUES))
            .filter(col(AssetsTable.METADATA).isNotNull())
            .select(
                col(FilesTable.SOURCE_PATH).alias(SIDECAR_PATH),
                col(AssetsTable.METADATA),
                col(AssetsTable.DATES),
                col(CONTENT_ISSUES));
    return files
        .filter(size(col(FilesTable.SIDECARS)).gt(0))
        .select(
            col(FilesTable.FILE_ID),
            posexplode(col(FilesTable.SIDECARS)).as(new String[] {POSITION, SIDECAR_PATH}))
        .join(sidecars, SIDECAR_PATH)
        .groupBy(FilesTable.FILE_ID)
        .agg(
            array_sort(
                    collect_list(
                        struct(
                            col(POSITION),
                            col(AssetsTable.METADATA),
                            col(AssetsTable.DATES),
                            col(CONTENT_ISSUES))))
                .alias(BESIDE));
  }

  private Column captureDate() {
    Column none = array().cast(AssetsTable.DATE_LIST);
    Column besideDates = flatten(col(BESIDE).getField(AssetsTable.DATES));
    // An object store's modification time is the time of the upload.
    Column modified =
        when(
                col(FilesTable.SOURCE_PATH)
                    .startsWith("/")
                    .and(year(col(FilesTable.MODIFIED_AT)).between(1, LAST_YEAR)),
                date_format(
                    to_utc_timestamp(col(FilesTable.MODIFIED_AT), current_timezone()),
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'"))
            .otherwise("");
    return call_function(
        "lumina_capture_date",
        coalesce(asset(AssetsTable.DATES), none),
        coalesce(besideDates, none),
        col(FilesTable.RELATIVE_PATH),
        coalesce(modified, lit("")),
        lit(zone));
  }

  private static Column[] columns() {
    return Arrays.stream(ImagesView.SPEC.schema().fields())
        .map(field -> column(field.name()).cast(field.dataType()).alias(field.name()))
        .toArray(Column[]::new);
  }

  private static Column column(String name) {
    return switch (name) {
      case ImagesView.IMAGE_ID -> col(FilesTable.FILE_ID);
      case ImagesView.FILE_TYPE -> fileType();
      case ImagesView.SIZE_BYTES -> col(FilesTable.SIZE_BYTES);
      case ImagesView.METADATA -> metadata();
      case ImagesView.METADATA_FIELDS -> knownFields();
      case ImagesView.ISSUES ->
          concat(
              // The first says why a picture is broken: its content, else its file, never a
              // sidecar.
              issuesOrNone(asset(AssetsTable.ISSUES)),
              issuesOrNone(col(FilesTable.ISSUES)),
              issuesOrNone(flatten(col(BESIDE).getField(CONTENT_ISSUES))));
      case ImagesView.DATES,
          ImagesView.TAKEN_AT,
          ImagesView.TAKEN_OFFSET,
          ImagesView.DATE_CONFIDENCE,
          ImagesView.DATE_SOURCE,
          ImagesView.DATE_REASONS ->
          col(CAPTURE).getField(name);
      case ImagesView.CATALOG_ID,
          ImagesView.SOURCE_PATH,
          ImagesView.ROOT,
          ImagesView.RELATIVE_PATH,
          ImagesView.STATE,
          ImagesView.SHA256,
          ImagesView.MODIFIED_AT,
          ImagesView.FIRST_SEEN_RUN,
          ImagesView.LAST_SEEN_RUN,
          ImagesView.FILE_KEY,
          ImagesView.LINK_COUNT ->
          col(name);
      default -> asset(name);
    };
  }

  private static Column issuesOrNone(Column issues) {
    return coalesce(issues, array().cast(AssetsTable.ISSUE_LIST));
  }

  /** What the name promises, where the content is unknown: a text named .jpg is a broken image. */
  private static Column fileType() {
    Column extension = lower(regexp_extract(col(FilesTable.SOURCE_PATH), "\\.([^./]*)$", 1));
    Column promised =
        when(extension.rlike("^(" + VIDEO + ")$"), "video")
            .when(extension.rlike("^(" + AUDIO + ")$"), "audio")
            .otherwise("image");
    Column known = asset(AssetsTable.FILE_TYPE);
    return when(known.isin("image", "video", "audio"), known).otherwise(promised);
  }

  private static Column metadata() {
    return when(col(BESIDE).isNull(), asset(AssetsTable.METADATA))
        .otherwise(
            call_function(
                "lumina_with_sidecars",
                asset(AssetsTable.METADATA),
                col(BESIDE).getField(AssetsTable.METADATA)));
  }

  private static Column knownFields() {
    Column sum = lit(0);
    for (String field : AssetsTable.METADATA_TYPE.fieldNames()) {
      sum = sum.plus(when(asset(AssetsTable.METADATA).getField(field).isNotNull(), 1).otherwise(0));
    }
    return sum;
  }

  private static Column asset(String column) {
    return col(ASSET).getField(column);
  }
}
