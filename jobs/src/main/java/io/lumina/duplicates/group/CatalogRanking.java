package io.lumina.duplicates.group;

import io.lumina.table.ImagesView;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;

/** The ranking of {@link PickOrder}, with the folders that a catalog prefers. */
public final class CatalogRanking implements PickRanking<PickCandidate> {
  private final List<String> roots;

  /**
   * A ranking for one catalog.
   *
   * @param roots source directories, the preferred one first
   */
  public CatalogRanking(List<String> roots) {
    this.roots = List.copyOf(roots);
  }

  @Override
  public PickCandidate candidate(Row image, Standing standing) {
    return PickCandidate.of(image, roots, standing);
  }

  @Override
  public List<String> columns() {
    return List.of(
        ImagesView.SOURCE_PATH,
        ImagesView.ROOT,
        ImagesView.SHA256,
        ImagesView.CORRUPTION,
        ImagesView.MIME_TYPE,
        ImagesView.METADATA,
        ImagesView.DATES,
        ImagesView.QUALITY,
        ImagesView.WIDTH,
        ImagesView.HEIGHT,
        ImagesView.SIZE_BYTES,
        ImagesView.METADATA_FIELDS,
        ImagesView.DATE_CONFIDENCE,
        ImagesView.MODIFIED_AT);
  }

  @Override
  public Comparator<PickCandidate> order() {
    return PickOrder.INSTANCE;
  }

  @Override
  public String primary(PickCandidate primary, List<PickCandidate> others) {
    return PickExplanation.primary(primary, others);
  }

  @Override
  public String member(
      PickCandidate primary, PickCandidate member, int distance, Relation relation) {
    return PickExplanation.member(primary, member, distance, relation.label());
  }
}
