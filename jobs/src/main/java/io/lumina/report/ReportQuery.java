package io.lumina.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tables in, the content of a page out. Only aggregates and limited lists reach the driver, so that
 * a catalog of ten million files needs no more of its memory than one of ten thousand.
 */
public final class ReportQuery {
  private ReportQuery() {}

  /** Reads the images some eight times; a caller whose view is costly persists it. */
  public static ReportModel model(ReportInputs in, ReportLimits limits) {
    Dataset<Row> present = FilesQuery.present(in.images());
    return new ReportModel(
        in.heading(),
        FilesQuery.totals(present),
        in.changes(),
        in.skipped(),
        DuplicatesQuery.duplicates(in, limits),
        BurstsQuery.bursts(in, limits),
        BurstsQuery.shots(in.shots()),
        FilesQuery.broken(present, limits.listedFiles()),
        FilesQuery.dates(present, limits.listedFiles()),
        in.steps(),
        in.bottleneck(),
        warnings(in.warnings(), FilesQuery.notAnalyzed(present)));
  }

  private static List<String> warnings(List<String> known, long notAnalyzed) {
    if (notAnalyzed == 0) {
      return known;
    }
    List<String> warnings = new ArrayList<>(known);
    warnings.add(
        Quantity.of(notAnalyzed, "file has", "files have")
            + " not been analysed yet: duplicates, dates and damage of these are unknown. Run"
            + " scripts/lumina analyze.");
    return warnings;
  }
}
