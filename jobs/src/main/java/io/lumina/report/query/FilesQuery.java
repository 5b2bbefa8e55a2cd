package io.lumina.report.query;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_append;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.lumina.report.model.BrokenFiles;
import io.lumina.report.model.BrokenFiles.BrokenFile;
import io.lumina.report.model.BrokenFiles.Reason;
import io.lumina.report.model.DateDoubts;
import io.lumina.report.model.DateDoubts.DateDoubt;
import io.lumina.report.model.Tally;
import io.lumina.report.model.Totals;
import io.lumina.table.Broken;
import io.lumina.table.FilesTable;
import io.lumina.table.ImagesView;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Totals, damaged files and doubtful dates for a page. */
final class FilesQuery {
  private static final String COUNT = "count";
  private static final String LABEL = "label";
  private static final String SEVERITY = "severity";
  private static final String CODE = "code";
  private static final String DETAIL = "detail";
  private static final List<String> WORST_FIRST =
      List.of("severe", BrokenFiles.UNREAD, "moderate", "minor");

  private FilesQuery() {}

  /** Files that are there; what is missing counts for nothing below. */
  static Dataset<Row> present(Dataset<Row> images) {
    return images.filter(col(ImagesView.STATE).equalTo(FilesTable.PRESENT));
  }

  static Totals totals(Dataset<Row> present) {
    Map<String, Row> byType =
        present
            .groupBy(ImagesView.FILE_TYPE)
            .agg(count(lit(1)).as(COUNT), sum(ImagesView.SIZE_BYTES).as(ImagesView.SIZE_BYTES))
            .collectAsList()
            .stream()
            .collect(
                Collectors.toMap(row -> ReportRows.text(row, ImagesView.FILE_TYPE), row -> row));
    return new Totals(
        byType.values().stream().mapToLong(row -> ReportRows.number(row, COUNT)).sum(),
        files(byType, "image"),
        files(byType, "video"),
        files(byType, "audio"),
        byType.values().stream()
            .mapToLong(row -> ReportRows.number(row, ImagesView.SIZE_BYTES))
            .sum());
  }

  /** Files that no analyze has read, without a reason: it did not run yet. */
  static long notAnalyzed(Dataset<Row> present) {
    return present.filter(col(ImagesView.SHA256).isNull().and(not(hasIssues()))).count();
  }

  static BrokenFiles broken(Dataset<Row> present, int limit) {
    Dataset<Row> broken =
        present
            .filter(Broken.column())
            .withColumn(SEVERITY, coalesce(col(ImagesView.CORRUPTION), lit(BrokenFiles.UNREAD)));
    List<Tally> bySeverity = tallies(broken, col(SEVERITY));
    Column rank = lit(WORST_FIRST.size());
    for (int i = 0; i < WORST_FIRST.size(); i++) {
      rank = when(col(SEVERITY).equalTo(WORST_FIRST.get(i)), i).otherwise(rank);
    }
    return new BrokenFiles(
        total(bySeverity),
        bySeverity.stream()
            .sorted(Comparator.comparing(tally -> WORST_FIRST.indexOf(tally.label())))
            .toList(),
        tallies(broken, explode(array_distinct(col(ImagesView.ISSUES).getField(CODE)))),
        broken
            .orderBy(rank, col(ImagesView.SOURCE_PATH))
            .limit(limit)
            .select(ImagesView.SOURCE_PATH, ImagesView.RELATIVE_PATH, SEVERITY, ImagesView.ISSUES)
            .collectAsList()
            .stream()
            .map(FilesQuery::brokenFile)
            .toList());
  }

  static DateDoubts dates(Dataset<Row> present, int limit) {
    Column confidence = coalesce(col(ImagesView.DATE_CONFIDENCE), lit(0));
    Column reasons = coalesce(col(ImagesView.DATE_REASONS), array().cast("array<string>"));
    Column undated = col(ImagesView.TAKEN_AT).isNull();
    Dataset<Row> doubts =
        present
            .filter(col(ImagesView.FILE_TYPE).isin("image", "video"))
            .filter(col(ImagesView.SHA256).isNotNull())
            .withColumn(ImagesView.DATE_CONFIDENCE, confidence)
            .withColumn(
                ImagesView.DATE_REASONS,
                when(undated, array_append(reasons, lit(DateDoubts.NO_DATE))).otherwise(reasons))
            .filter(
                col(ImagesView.DATE_CONFIDENCE)
                    .lt(DateDoubts.TRUSTED)
                    .or(size(col(ImagesView.DATE_REASONS)).gt(0)));
    return new DateDoubts(
        doubts.count(),
        tallies(doubts, explode(col(ImagesView.DATE_REASONS))),
        doubts
            .orderBy(col(ImagesView.DATE_CONFIDENCE), col(ImagesView.SOURCE_PATH))
            .limit(limit)
            .select(
                ImagesView.SOURCE_PATH,
                ImagesView.RELATIVE_PATH,
                ImagesView.TAKEN_AT,
                ImagesView.DATE_CONFIDENCE,
                ImagesView.DATE_SOURCE,
                ImagesView.DATE_REASONS)
            .collectAsList()
            .stream()
            .map(FilesQuery::dateDoubt)
            .toList());
  }

  private static Column hasIssues() {
    return coalesce(size(col(ImagesView.ISSUES)).gt(0), lit(false));
  }

  private static BrokenFile brokenFile(Row row) {
    int issues = row.fieldIndex(ImagesView.ISSUES);
    List<Row> reasons = row.isNullAt(issues) ? List.of() : row.getList(issues);
    return new BrokenFile(
        ReportRows.relativePath(row),
        ReportRows.text(row, ImagesView.SOURCE_PATH),
        ReportRows.text(row, SEVERITY),
        reasons.stream()
            .map(issue -> new Reason(ReportRows.text(issue, CODE), ReportRows.text(issue, DETAIL)))
            .toList());
  }

  private static DateDoubt dateDoubt(Row row) {
    return new DateDoubt(
        ReportRows.relativePath(row),
        ReportRows.text(row, ImagesView.SOURCE_PATH),
        ReportRows.taken(row),
        ReportRows.texts(row, ImagesView.DATE_REASONS));
  }

  private static List<Tally> tallies(Dataset<Row> rows, Column label) {
    return rows
        .select(label.as(LABEL))
        .groupBy(LABEL)
        .count()
        .orderBy(col(COUNT).desc(), col(LABEL))
        .collectAsList()
        .stream()
        .map(row -> new Tally(ReportRows.text(row, LABEL), ReportRows.number(row, COUNT)))
        .toList();
  }

  private static long files(Map<String, Row> byType, String type) {
    return byType.containsKey(type) ? ReportRows.number(byType.get(type), COUNT) : 0;
  }

  private static long total(List<Tally> tallies) {
    return tallies.stream().mapToLong(Tally::count).sum();
  }
}
