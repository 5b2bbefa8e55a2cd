package io.lumina.duplicates;

import io.lumina.table.ImagesView;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;

/** The ranking of {@link PickOrder}, with what a catalog prefers and what its people kept. */
final class CatalogRanking implements PickRanking<PickCandidate> {
  private final List<String> roots;
  private final Set<String> kept;

  /**
   * A ranking for one catalog.
   *
   * @param roots source directories, the preferred one first
   * @param kept checksums of contents that a person chose
   */
  CatalogRanking(List<String> roots, Set<String> kept) {
    this.roots = List.copyOf(roots);
    this.kept = Set.copyOf(kept);
  }

  @Override
  public PickCandidate candidate(Row image) {
    return PickCandidate.of(image, roots, kept.contains(image.<String>getAs(ImagesView.SHA256)));
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
