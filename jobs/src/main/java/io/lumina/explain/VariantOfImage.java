package io.lumina.explain;

import static org.apache.spark.sql.functions.col;

import io.lumina.library.CatalogView;
import io.lumina.table.ImagesView;
import io.lumina.table.VariantsTable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * A picture that shows the same, changed on purpose.
 *
 * @param path of the other one
 * @param kind captioned, turned or framed
 * @param distance bits of difference of that which tells
 * @param explanation one sentence
 */
record VariantOfImage(String path, String kind, int distance, String explanation) {
  private static final int MOST = 100;

  /**
   * Variants of an image, whichever of the two came out of the other.
   *
   * @param names the image, and the best of its group: rows speak of that one
   */
  static List<VariantOfImage> of(CatalogView tables, Set<String> names) {
    Object[] ids = names.toArray();
    List<Row> pairs =
        tables
            .variants()
            .filter(
                col(VariantsTable.IMAGE_ID)
                    .isin(ids)
                    .or(col(VariantsTable.VARIANT_IMAGE_ID).isin(ids)))
            .orderBy(VariantsTable.IMAGE_ID, VariantsTable.VARIANT_IMAGE_ID)
            .takeAsList(MOST);
    if (pairs.isEmpty()) {
      return List.of();
    }
    Object[] others = pairs.stream().map(pair -> other(pair, names)).distinct().toArray();
    Map<String, String> paths = new HashMap<>();
    tables
        .images()
        .select(ImagesView.IMAGE_ID, ImagesView.SOURCE_PATH)
        .filter(col(ImagesView.IMAGE_ID).isin(others))
        .collectAsList()
        .forEach(row -> paths.put(row.getString(0), row.getString(1)));
    return pairs.stream()
        .map(
            pair ->
                new VariantOfImage(
                    paths.get(other(pair, names)),
                    pair.getAs(VariantsTable.KIND),
                    pair.getAs(VariantsTable.DISTANCE),
                    pair.getAs(VariantsTable.EXPLANATION)))
        .sorted(Comparator.comparing(VariantOfImage::path))
        .toList();
  }

  private static String other(Row pair, Set<String> names) {
    String image = pair.getAs(VariantsTable.IMAGE_ID);
    return names.contains(image) ? pair.getAs(VariantsTable.VARIANT_IMAGE_ID) : image;
  }
}
