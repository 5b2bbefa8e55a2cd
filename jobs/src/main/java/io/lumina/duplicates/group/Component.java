package io.lumina.duplicates.group;

import static java.util.Comparator.naturalOrder;

import io.lumina.duplicates.links.LinkColumns;
import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.links.UnionFind;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.Film;
import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.search.ContentPair;
import io.lumina.table.BurstsTable;
import io.lumina.table.ImagesView;
import io.lumina.table.ShotsTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BinaryOperator;
import org.apache.spark.sql.Row;

/** The files and the links of one component, as they arrive. */
public final class Component<C> {
  private final PickRanking<C> ranking;
  private final Map<String, Content<C>> contents = new HashMap<>();
  private final PackedLongs links = new PackedLongs();
  private final boolean near;
  private final boolean turns;
  private final Decided decided;
  private String catalogId;

  /**
   * An empty component.
   *
   * @param near whether near pairs made it; if not, only equal checksums group
   * @param turns whether turned pictures are compared
   * @param decided what people decided
   */
  Component(PickRanking<C> ranking, boolean near, boolean turns, Decided decided) {
    this.ranking = ranking;
    this.near = near;
    this.turns = near && turns;
    this.decided = decided;
  }

  /** Takes a row: of a file, or of a link where there is no image. */
  void add(Row row) {
    String imageId = row.getAs(ImagesView.IMAGE_ID);
    if (imageId == null) {
      links.add(row.<Long>getAs(LinkColumns.A));
      links.add(row.<Long>getAs(LinkColumns.B));
      return;
    }
    catalogId = row.getAs(ImagesView.CATALOG_ID);
    String sha256 = row.getAs(ImagesView.SHA256);
    Standing standing = decided.standing(imageId, sha256);
    Integer shotFiles = row.getAs(GroupedColumns.SHOT_FILES);
    contents
        .computeIfAbsent(
            sha256, any -> new Content<>(row.getAs(LinkColumns.NODE), print(row, turns)))
        .files()
        .add(
            new PickedFile<>(
                imageId,
                row.<Long>getAs(ImagesView.SIZE_BYTES),
                ranking.candidate(row, standing),
                Optional.ofNullable(row.getAs(ShotsTable.SHOT_ID)),
                shotFiles == null ? 0 : shotFiles,
                Optional.ofNullable(row.getAs(BurstsTable.BURST_ID)),
                standing,
                shared(row)));
  }

  private static Optional<SharedBytes> shared(Row row) {
    String file = row.getAs(ImagesView.FILE_KEY);
    return file == null
        ? Optional.empty()
        : Optional.of(new SharedBytes(file, row.<Integer>getAs(ImagesView.LINK_COUNT)));
  }

  String catalogId() {
    return catalogId;
  }

  /** Number of contents that near pairs hold together; none where there are no two. */
  OptionalInt contents() {
    return near && contents.size() > 1 ? OptionalInt.of(contents.size()) : OptionalInt.empty();
  }

  /** Whether pictures that look alike made it. */
  boolean isNear() {
    return near;
  }

  /** Groups, those of one file too. */
  List<Group<C>> divided(Grouping<C> grouping) {
    List<Asset<C>> assets = assets();
    return near
        ? grouping.divided(assets)
        : assets.stream().flatMap(asset -> grouping.divided(List.of(asset)).stream()).toList();
  }

  private List<Asset<C>> assets() {
    List<Asset<C>> assets = new ArrayList<>();
    contents.forEach(
        (sha256, content) ->
            assets.add(
                Asset.of(
                    sha256, content.files(), content.fingerprint(), decided, ranking.order())));
    return assets;
  }

  /**
   * Pairs of checksums that hold the component together: links that join two parts, and contents of
   * one node with the lowest of them.
   */
  List<ContentPair> edges(AcceptRule rule) {
    Map<Long, String> lowest = new HashMap<>();
    contents.forEach(
        (sha256, content) ->
            lowest.merge(content.node(), sha256, BinaryOperator.minBy(naturalOrder())));
    List<ContentPair> edges = new ArrayList<>();
    contents.forEach(
        (sha256, content) -> {
          String first = lowest.get(content.node());
          if (near
              && !first.equals(sha256)
              && fingerprint(first).linked(fingerprint(sha256), rule)) {
            edges.add(ContentPair.of(first, fingerprint(first), sha256, fingerprint(sha256)));
          }
        });
    long[] forest = UnionFind.spanning(links.toArray());
    for (int i = 0; i < forest.length; i += 2) {
      edges.add(edge(lowest, forest[i], forest[i + 1], rule));
    }
    return edges;
  }

  private ContentPair edge(Map<Long, String> lowest, long a, long b, AcceptRule rule) {
    String shaA = lowest.get(a);
    String shaB = lowest.get(b);
    if (shaA == null || shaB == null) {
      throw new IllegalStateException(
          "A link joins nodes %016x and %016x, but only one of them is in its component"
              .formatted(a, b));
    }
    if (!fingerprint(shaA).linked(fingerprint(shaB), rule)) {
      throw new IllegalStateException(
          "Contents %s and %s were linked, but their evidence does not confirm the pair"
              .formatted(shaA, shaB));
    }
    return ContentPair.of(shaA, fingerprint(shaA), shaB, fingerprint(shaB));
  }

  private Fingerprint fingerprint(String sha256) {
    return contents.get(sha256).fingerprint().orElseThrow();
  }

  /** The hashes of a row, in all turns where these are compared; empty without any. */
  public static Optional<Fingerprint> print(Row row, boolean turns) {
    if (row.getAs(ImagesView.DHASH) == null) {
      return Optional.empty();
    }
    Fingerprint print = turns ? Fingerprint.turnsOf(row) : Fingerprint.of(row);
    return Optional.of(Film.of(row, print).map(print::moving).orElse(print));
  }

  private record Content<C>(
      long node, Optional<Fingerprint> fingerprint, List<PickedFile<C>> files) {
    Content(long node, Optional<Fingerprint> fingerprint) {
      this(node, fingerprint, new ArrayList<>(1));
    }
  }
}
