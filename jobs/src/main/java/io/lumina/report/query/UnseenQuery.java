package io.lumina.report.query;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;

import io.lumina.image.reading.Hindrance;
import io.lumina.report.model.Tally;
import io.lumina.report.model.UnseenFiles;
import io.lumina.report.model.UnseenFiles.UnseenFile;
import io.lumina.row.IssueRows;
import io.lumina.table.ImagesView;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The files at which nobody could look, for a page. */
final class UnseenQuery {
  private static final String ISSUE = "issue";
  private static final String DETAIL = "detail";
  private static final String COUNT = "count";

  private UnseenQuery() {}

  static UnseenFiles unseen(Dataset<Row> present, int limit) {
    Column code = col(ISSUE).getField(IssueRows.CODE);
    Dataset<Row> unseen =
        present
            .select(
                col(ImagesView.SOURCE_PATH),
                col(ImagesView.RELATIVE_PATH),
                explode(col(ImagesView.ISSUES)).as(ISSUE))
            .filter(code.isin(Hindrance.REASONS.toArray()))
            .groupBy(ImagesView.SOURCE_PATH)
            .agg(
                first(col(ImagesView.RELATIVE_PATH)).as(ImagesView.RELATIVE_PATH),
                first(code).as(IssueRows.CODE),
                first(col(ISSUE).getField(DETAIL)).as(DETAIL));
    List<Tally> byReason =
        unseen
            .groupBy(IssueRows.CODE)
            .agg(count(lit(1)).as(COUNT))
            .orderBy(col(COUNT).desc(), col(IssueRows.CODE))
            .collectAsList()
            .stream()
            .map(row -> new Tally(row.getString(0), row.getLong(1)))
            .toList();
    long total = byReason.stream().mapToLong(Tally::count).sum();
    return total == 0
        ? UnseenFiles.NONE
        : new UnseenFiles(
            total,
            byReason,
            unseen.orderBy(ImagesView.SOURCE_PATH).limit(limit).collectAsList().stream()
                .map(UnseenQuery::file)
                .toList());
  }

  private static UnseenFile file(Row row) {
    return new UnseenFile(
        ReportRows.relativePath(row),
        ReportRows.text(row, ImagesView.SOURCE_PATH),
        ReportRows.text(row, DETAIL));
  }
}
