package io.lumina.duplicates;

import io.lumina.table.ImagesView;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;

/** Score, pixels, bytes, path: enough to try the grouping by itself. */
final class PlainRanking implements PickRanking<PlainRanking.Pick> {
  private static final Comparator<Pick> ORDER =
      Comparator.comparingDouble(Pick::score)
          .thenComparingLong(Pick::pixels)
          .thenComparingLong(Pick::bytes)
          .reversed()
          .thenComparing(Pick::path)
          .thenComparing(Pick::id);

  @Override
  public Pick candidate(Row image, boolean kept) {
    Row quality = image.getAs(ImagesView.QUALITY);
    Integer width = image.getAs(ImagesView.WIDTH);
    Integer height = image.getAs(ImagesView.HEIGHT);
    return new Pick(
        quality == null ? 0 : quality.getDouble(quality.length() - 1),
        width == null || height == null ? 0 : (long) width * height,
        image.<Long>getAs(ImagesView.SIZE_BYTES),
        image.getAs(ImagesView.SOURCE_PATH),
        image.getAs(ImagesView.IMAGE_ID));
  }

  @Override
  public List<String> columns() {
    return List.of(
        ImagesView.IMAGE_ID,
        ImagesView.SOURCE_PATH,
        ImagesView.SIZE_BYTES,
        ImagesView.WIDTH,
        ImagesView.HEIGHT,
        ImagesView.QUALITY);
  }

  @Override
  public Comparator<Pick> order() {
    return ORDER;
  }

  @Override
  public String primary(Pick primary, List<Pick> others) {
    return String.format(
        Locale.ROOT, "Score %.2f, the best of %d.", primary.score, others.size() + 1);
  }

  @Override
  public String member(Pick primary, Pick member, int distance, Relation relation) {
    return String.format(
        Locale.ROOT,
        "Differs from the pick in %d of 64 bits; score %.2f against %.2f.",
        distance,
        member.score,
        primary.score);
  }

  record Pick(double score, long pixels, long bytes, String path, String id) {}
}
