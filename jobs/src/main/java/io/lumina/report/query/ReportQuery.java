package io.lumina.report.query;

import io.lumina.report.model.ReportInputs;
import io.lumina.report.model.ReportLimits;
import io.lumina.report.model.ReportModel;
import io.lumina.text.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Tables in, the content of a page out. Only aggregates and limited lists reach the driver, so that
 * a catalog of ten million files needs no more of its memory than one of ten thousand.
 */
public final class ReportQuery {
  private ReportQuery() {}

  /** Reads the images once: what a report needs of them is kept until it is made. */
  public static ReportModel model(ReportInputs in, ReportLimits limits) {
    Dataset<Row> images =
        in.images().select(ReportRows.columns()).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return model(in, images, limits);
    } finally {
      images.unpersist();
    }
  }

  private static ReportModel model(ReportInputs in, Dataset<Row> images, ReportLimits limits) {
    Dataset<Row> present = FilesQuery.present(images);
    return new ReportModel(
        in.heading(),
        FilesQuery.totals(present),
        in.changes(),
        in.skipped(),
        DuplicatesQuery.duplicates(in, images, limits),
        VariantsQuery.variants(in, images, limits),
        BurstsQuery.bursts(in.bursts(), images, limits),
        BurstsQuery.shots(in.shots()),
        FilesQuery.broken(present, limits.listedFiles()),
        UnseenQuery.unseen(present, limits.listedFiles()),
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
