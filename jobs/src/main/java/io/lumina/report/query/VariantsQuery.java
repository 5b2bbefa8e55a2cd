package io.lumina.report.query;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import io.lumina.report.model.Picture;
import io.lumina.report.model.ReportInputs;
import io.lumina.report.model.ReportLimits;
import io.lumina.report.model.Variants;
import io.lumina.report.model.Variants.Family;
import io.lumina.report.model.Variants.Variant;
import io.lumina.table.ImagesView;
import io.lumina.table.VariantsTable;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;

/** Variants for a page: all in numbers, the pictures that have most of them with these. */
final class VariantsQuery {
  private static final String RANK = "rank";

  private VariantsQuery() {}

  /**
   * Variants of the inputs with their pictures.
   *
   * @param images {@link ReportRows#columns()}
   */
  static Variants variants(ReportInputs in, Dataset<Row> images, ReportLimits limits) {
    long pairs = in.variants().count();
    if (pairs == 0) {
      return Variants.NONE;
    }
    List<String> most =
        in
            .variants()
            .groupBy(VariantsTable.IMAGE_ID)
            .agg(count(lit(1)).as(RANK))
            .orderBy(col(RANK).desc(), col(VariantsTable.IMAGE_ID))
            .limit(limits.groups())
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
    List<Row> rows = some(in.variants(), most, limits.filesPerGroup()).collectAsList();
    Map<String, Picture> pictures = pictures(rows, images);
    return new Variants(
        pairs, most.stream().flatMap(image -> family(image, rows, pictures).stream()).toList());
  }

  private static Dataset<Row> some(Dataset<Row> variants, List<String> of, int limit) {
    Column nearestFirst =
        row_number()
            .over(
                Window.partitionBy(VariantsTable.IMAGE_ID)
                    .orderBy(
                        col(VariantsTable.KIND),
                        col(VariantsTable.DISTANCE),
                        col(VariantsTable.VARIANT_IMAGE_ID)));
    return variants
        .filter(col(VariantsTable.IMAGE_ID).isInCollection(of))
        .withColumn(RANK, nearestFirst)
        .filter(col(RANK).leq(limit))
        .orderBy(VariantsTable.IMAGE_ID, RANK);
  }

  private static Map<String, Picture> pictures(List<Row> rows, Dataset<Row> images) {
    Set<Row> ids = new LinkedHashSet<>();
    for (Row row : rows) {
      for (String column : List.of(VariantsTable.IMAGE_ID, VariantsTable.VARIANT_IMAGE_ID)) {
        ids.add(RowFactory.create(row.<String>getAs(column)));
      }
    }
    Dataset<Row> wanted =
        images
            .sparkSession()
            .createDataFrame(List.copyOf(ids), images.select(ImagesView.IMAGE_ID).schema());
    Map<String, Picture> pictures = new HashMap<>();
    images
        .join(broadcast(wanted), ImagesView.IMAGE_ID)
        .collectAsList()
        .forEach(row -> pictures.put(row.getAs(ImagesView.IMAGE_ID), ReportRows.picture(row)));
    return pictures;
  }

  /** None where a picture is not among the images: there is nothing to look at. */
  private static Optional<Family> family(
      String image, List<Row> rows, Map<String, Picture> pictures) {
    List<Variant> variants =
        rows.stream()
            .filter(row -> image.equals(row.getAs(VariantsTable.IMAGE_ID)))
            .filter(row -> pictures.containsKey(row.<String>getAs(VariantsTable.VARIANT_IMAGE_ID)))
            .map(
                row ->
                    new Variant(
                        pictures.get(row.<String>getAs(VariantsTable.VARIANT_IMAGE_ID)),
                        ReportRows.text(row, VariantsTable.KIND),
                        ReportRows.text(row, VariantsTable.EXPLANATION)))
            .toList();
    return pictures.containsKey(image) && !variants.isEmpty()
        ? Optional.of(new Family(pictures.get(image), variants))
        : Optional.empty();
  }
}
