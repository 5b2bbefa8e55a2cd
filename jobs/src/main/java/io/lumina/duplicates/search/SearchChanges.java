package io.lumina.duplicates.search;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.lumina.duplicates.links.LinkColumns;
import io.lumina.duplicates.links.PackRows;
import io.lumina.duplicates.links.PackedLongs;
import io.lumina.table.ComparedTable;
import io.lumina.table.EdgesTable;
import io.lumina.table.ImagesView;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Finds out what an earlier run leaves to be searched. */
final class SearchChanges {
  /** Above this share of new pictures a search for every pair costs no more. */
  private static final double MAX_FRESH = 0.5;

  /** New pictures up to here are marked on the driver. */
  private static final long MAX_FRESH_NODES = 1_000_000;

  /** Edges up to here are sorted out on the driver. */
  private static final long MAX_EDGES = 2_000_000;

  private static final String SEEN = "seen";
  private static final String SHA = "sha";

  private SearchChanges() {}

  /**
   * Compares the nodes with those of the earlier run.
   *
   * @param nodes one row a file, with node and {@link ComparedTable#TOKEN}
   */
  static SearchScope of(Dataset<Row> nodes, Optional<Compared> before) {
    if (before.isEmpty()) {
      return SearchScope.EVERYTHING;
    }
    // Tokens that go with other edges are those of a run that died, or of a table that was
    // restored.
    Dataset<Row> tokens =
        before
            .get()
            .tokens()
            .filter(col(ComparedTable.EDGES).equalTo(Compared.digest(before.get().edges())))
            .select(ComparedTable.TOKEN)
            .distinct();
    long earlier = tokens.count();
    if (earlier == 0) {
      return SearchScope.EVERYTHING;
    }
    Dataset<Row> seen = tokens.withColumn(SEEN, lit(true));
    Dataset<Row> marked =
        nodes
            .select(col(LinkColumns.NODE), col(ImagesView.SHA256).as(SHA), col(ComparedTable.TOKEN))
            .join(seen, new String[] {ComparedTable.TOKEN}, "left")
            .select(col(LinkColumns.NODE), col(SHA), col(ComparedTable.TOKEN), col(SEEN))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return of(marked, before.get().edges(), earlier);
    } finally {
      marked.unpersist();
    }
  }

  /**
   * @param earlier contents that were compared then
   */
  private static SearchScope of(Dataset<Row> marked, Dataset<Row> edges, long earlier) {
    Column unseen = when(col(SEEN).isNull(), 1);
    Row sizes =
        marked.agg(count(lit(1)), count(unseen), count_distinct(col(ComparedTable.TOKEN))).first();
    long fresh = sizes.getLong(1);
    if (fresh > MAX_FRESH_NODES
        || fresh > MAX_FRESH * sizes.getLong(0)
        || edges.count() > MAX_EDGES) {
      return SearchScope.EVERYTHING;
    }
    KnownLinks known = new KnownLinks(packed(known(marked, edges), KnownLinks.WIDTH));
    LongStream nodes =
        LongStream.of(packed(marked.filter(col(SEEN).isNull()).select(LinkColumns.NODE), 1));
    long[] all =
        LongStream.concat(nodes, LongStream.of(known.orphans()))
            .distinct()
            .flatMap(node -> LongStream.of(node, node))
            .toArray();
    if (all.length / 2 > Math.min(MAX_FRESH_NODES, MAX_FRESH * sizes.getLong(0))) {
      return SearchScope.EVERYTHING;
    }
    boolean changed = fresh > 0 || sizes.getLong(2) != earlier;
    return new SearchScope.Changes(all, known.kept(), changed);
  }

  /** Earlier edges as {@link KnownLinks} takes them. */
  private static Dataset<Row> known(Dataset<Row> marked, Dataset<Row> edges) {
    Dataset<Row> there =
        marked.filter(col(SEEN)).select(col(SHA), col(LinkColumns.NODE)).distinct();
    Dataset<Row> a =
        there.select(col(SHA).as(EdgesTable.SHA_A), col(LinkColumns.NODE).as(LinkColumns.A));
    Dataset<Row> b =
        there.select(col(SHA).as(EdgesTable.SHA_B), col(LinkColumns.NODE).as(LinkColumns.B));
    return edges
        .select(EdgesTable.SHA_A, EdgesTable.SHA_B)
        .join(a, new String[] {EdgesTable.SHA_A}, "left")
        .join(b, new String[] {EdgesTable.SHA_B}, "left")
        .select(
            xxhash64(col(EdgesTable.SHA_A)),
            xxhash64(col(EdgesTable.SHA_B)),
            coalesce(col(LinkColumns.A), lit(0L)),
            coalesce(col(LinkColumns.B), lit(0L)),
            flag(LinkColumns.A, KnownLinks.A_IS_THERE)
                .plus(flag(LinkColumns.B, KnownLinks.B_IS_THERE)));
  }

  private static Column flag(String node, long value) {
    return when(col(node).isNotNull(), lit(value)).otherwise(lit(0L));
  }

  private static long[] packed(Dataset<Row> rows, int columns) {
    PackedLongs all = new PackedLongs();
    rows.mapPartitions(new PackRows(columns), Encoders.BINARY())
        .collectAsList()
        .forEach(all::addAll);
    return all.toArray();
  }
}
