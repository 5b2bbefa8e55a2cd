package io.lumina.report.query;

import static org.apache.spark.sql.functions.col;

import io.lumina.report.model.Picture;
import io.lumina.report.model.Picture.Taken;
import io.lumina.report.model.Score;
import io.lumina.table.ImagesView;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** Rows as records of a report. Each column may be null where the tables allow it. */
final class ReportRows {
  private static final String ORIENTATION = "orientation";

  private ReportRows() {}

  /** The columns of {@link ImagesView} that a report reads, but for the stored grey values. */
  static Column[] columns() {
    return new Column[] {
      col(ImagesView.IMAGE_ID),
      col(ImagesView.STATE),
      col(ImagesView.SHA256),
      col(ImagesView.SOURCE_PATH),
      col(ImagesView.RELATIVE_PATH),
      col(ImagesView.FILE_TYPE),
      col(ImagesView.FORMAT),
      col(ImagesView.SIZE_BYTES),
      col(ImagesView.WIDTH),
      col(ImagesView.HEIGHT),
      col(ImagesView.METADATA).getField(ORIENTATION).as(ORIENTATION),
      col(ImagesView.TAKEN_AT),
      col(ImagesView.DATE_CONFIDENCE),
      col(ImagesView.DATE_SOURCE),
      col(ImagesView.DATE_REASONS),
      col(ImagesView.CORRUPTION),
      col(ImagesView.ISSUES),
      col(ImagesView.QUALITY)
    };
  }

  static Picture picture(Row row) {
    Row quality = row.getAs(ImagesView.QUALITY);
    return new Picture(
        text(row, ImagesView.IMAGE_ID),
        text(row, ImagesView.SHA256),
        text(row, ImagesView.SOURCE_PATH),
        relativePath(row),
        text(row, ImagesView.FILE_TYPE),
        text(row, ImagesView.FORMAT),
        number(row, ImagesView.SIZE_BYTES),
        (int) number(row, ImagesView.WIDTH),
        (int) number(row, ImagesView.HEIGHT),
        row.isNullAt(row.fieldIndex(ORIENTATION)) ? 1 : (int) number(row, ORIENTATION),
        taken(row),
        Optional.ofNullable(row.getAs(ImagesView.CORRUPTION)),
        Optional.ofNullable(quality).map(ReportRows::score));
  }

  /** The path below the root; the whole path where there is none. */
  static String relativePath(Row row) {
    String relative = text(row, ImagesView.RELATIVE_PATH);
    return relative.isEmpty() ? text(row, ImagesView.SOURCE_PATH) : relative;
  }

  static Taken taken(Row row) {
    return new Taken(
        time(row, ImagesView.TAKEN_AT),
        (int) number(row, ImagesView.DATE_CONFIDENCE),
        text(row, ImagesView.DATE_SOURCE));
  }

  /** Empty text for null. */
  static String text(Row row, String column) {
    return Objects.toString(row.getAs(column), "");
  }

  /** 0 for null. */
  static long number(Row row, String column) {
    Number number = row.getAs(column);
    return number == null ? 0 : number.longValue();
  }

  /** Rounded to a whole number; empty for null. */
  static OptionalInt whole(Row row, String column) {
    Number number = row.getAs(column);
    return number == null ? OptionalInt.empty() : OptionalInt.of(Math.round(number.floatValue()));
  }

  static Optional<LocalDateTime> time(Row row, String column) {
    return Optional.ofNullable(row.getAs(column));
  }

  /** The elements of an array of texts; none for null. */
  static List<String> texts(Row row, String column) {
    int field = row.fieldIndex(column);
    return row.isNullAt(field) ? List.of() : row.getList(field);
  }

  private static Score score(Row quality) {
    return new Score(
        part(quality, "format"),
        part(quality, "resolution"),
        part(quality, "size"),
        part(quality, "sharpness"),
        part(quality, "score"));
  }

  private static double part(Row quality, String name) {
    Double part = quality.getAs(name);
    return part == null ? 0 : part;
  }
}
