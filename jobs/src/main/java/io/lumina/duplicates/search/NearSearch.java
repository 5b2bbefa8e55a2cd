package io.lumina.duplicates.search;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.sum;

import io.lumina.duplicates.links.Joined;
import io.lumina.duplicates.links.Joining;
import io.lumina.duplicates.links.LinkColumns;
import io.lumina.duplicates.links.LocalBlocks;
import io.lumina.duplicates.links.PackRows;
import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.links.UnpackPairs;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.search.plan.KeyFilter;
import io.lumina.duplicates.search.plan.NodeColumns;
import io.lumina.duplicates.search.shard.ShardSearch;
import io.lumina.duplicates.search.tile.PairSearches;
import io.lumina.duplicates.search.tile.SearchMethod;
import io.lumina.duplicates.search.tile.TileSearch;
import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Links between pictures, and the components that they make. Holds what the tasks found. */
public final class NearSearch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NearSearch.class);

  /** With links up to here their nodes are sent to every executor. */
  private static final long BROADCAST_LINKS = 4_000_000;

  private final Dataset<Row> found;
  private final Dataset<Row> components;
  private final boolean small;
  private final SearchSummary summary;

  private NearSearch(
      Dataset<Row> found, Dataset<Row> components, boolean small, SearchSummary summary) {
    this.found = found;
    this.components = components;
    this.small = small;
    this.summary = summary;
  }

  /**
   * Searches. What was compared before is left to the bands; all pairs are compared as asked for,
   * and where a device fails that is not required, the bands find the same.
   *
   * @param nodes one row a file, with node, hashes, evidence and token
   * @param joining how components are found
   * @param before what an earlier run leaves out
   */
  public static NearSearch run(
      Dataset<Row> nodes,
      AcceptRule rule,
      SearchMethod method,
      Joining joining,
      int shards,
      Optional<Compared> before) {
    CandidatePairs bands = CandidatePairs.plan(nodes, rule, shards);
    SearchScope scope = bands.exact() ? SearchChanges.of(nodes, before) : SearchScope.EVERYTHING;
    if (scope instanceof SearchScope.Changes changes) {
      return of(
          kept(changes(nodes, bands, changes)), bands, scope, rule, joining, Optional.empty());
    }
    if (method == SearchMethod.BANDS) {
      return of(kept(bands.search(nodes)), bands, scope, rule, joining, Optional.empty());
    }
    if (!TilePairs.serve(rule)) {
      String note = "Not all pairs were compared: turned pictures are searched by bands.";
      return of(kept(bands.search(nodes)), bands, scope, rule, joining, Optional.of(note));
    }
    PairSource tiles = new TilePairs(bands, rule, method, shards);
    Dataset<Row> found = kept(tiles.search(nodes));
    List<String> failures = texts(found, TileSearch.FAILED);
    if (failures.isEmpty()) {
      return of(found, tiles, scope, rule, joining, Optional.empty());
    }
    found.unpersist();
    if (method == SearchMethod.GPU && PairSearches.required()) {
      throw new LuminaException(
          ExitCode.USAGE,
          "--gpu require: not all pairs were compared, since %s".formatted(failures.get(0)));
    }
    LOG.warn("the search by {} failed, bands take its place: {}", method.label(), failures);
    String note = "Not all pairs were compared, since %s; bands find the same.";
    return of(
        kept(bands.search(nodes)),
        bands,
        scope,
        rule,
        joining,
        Optional.of(note.formatted(failures.get(0))));
  }

  private static Dataset<Row> kept(Dataset<Row> found) {
    return found.persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** Links of new nodes, links that are known, and nodes that several files share. */
  private static Dataset<Row> changes(
      Dataset<Row> nodes, CandidatePairs search, SearchScope.Changes changes) {
    Dataset<Row> repeated =
        nodes
            .groupBy(LinkColumns.NODE)
            .agg(count(lit(1)).as(LinkColumns.B))
            .filter(col(LinkColumns.B).gt(1))
            .select(col(LinkColumns.NODE), col(LinkColumns.NODE));
    Dataset<Row> links =
        found(repeated.mapPartitions(new PackRows(2), Encoders.BINARY()))
            .union(found(LocalBlocks.of(changes.links(), nodes)));
    if (changes.nodes() == 0) {
      return links;
    }
    Dataset<Row> fresh =
        links(found(LocalBlocks.of(changes.fresh(), nodes)))
            .select(col(LinkColumns.A).as(LinkColumns.NODE));
    KeyFilter filter =
        search.near(nodes.join(broadcast(fresh), new String[] {LinkColumns.NODE}, "left_semi"));
    return links.union(search.search(nodes, filter));
  }

  private static NearSearch of(
      Dataset<Row> found,
      PairSource search,
      SearchScope scope,
      AcceptRule rule,
      Joining joining,
      Optional<String> note) {
    long[] candidates = new long[search.passes().size()];
    long[] pairs = new long[candidates.length];
    for (byte[] counts : packed(found, ShardSearch.COUNTS).collectAsList()) {
      long[] values = PackedLongs.unpack(counts);
      candidates[(int) values[0]] += values[1];
      pairs[(int) values[0]] += values[2];
    }
    long links =
        found
                .filter(col(NodeColumns.KIND).equalTo(ShardSearch.LINKS))
                .agg(coalesce(sum(octet_length(col(LinkColumns.PACKED))), lit(0L)))
                .first()
                .getLong(0)
            / (2 * Long.BYTES);
    Joined joined = Joined.by(joining, links(found), links);
    SearchSummary summary =
        new SearchSummary(
            search.pictures(),
            scope,
            search.passes(),
            candidates,
            pairs,
            links,
            rule,
            texts(found, TileSearch.DEVICE),
            joined.sentence(),
            note);
    return new NearSearch(found, joined.components(), links <= BROADCAST_LINKS, summary);
  }

  private static Dataset<Row> found(Dataset<byte[]> links) {
    return links
        .toDF(LinkColumns.PACKED)
        .select(lit(ShardSearch.LINKS).as(NodeColumns.KIND), col(LinkColumns.PACKED));
  }

  public SearchSummary summary() {
    return summary;
  }

  /** Rows of nodes that hang together with others, with the component. */
  public Dataset<Row> labelled(Dataset<Row> nodes) {
    return nodes.join(known(), LinkColumns.NODE);
  }

  /** Links between different nodes, with the component. */
  public Dataset<Row> labelledLinks() {
    Dataset<Row> known = known();
    return links(found)
        .filter(col(LinkColumns.A).notEqual(col(LinkColumns.B)))
        .join(known, col(LinkColumns.A).equalTo(col(LinkColumns.NODE)))
        .select(LinkColumns.COMPONENT, LinkColumns.A, LinkColumns.B);
  }

  @Override
  public void close() {
    found.unpersist();
  }

  private Dataset<Row> known() {
    return small ? broadcast(components) : components;
  }

  private static Dataset<Row> links(Dataset<Row> found) {
    return packed(found, ShardSearch.LINKS)
        .flatMap(new UnpackPairs(), Encoders.row(LinkColumns.LINKS));
  }

  private static List<String> texts(Dataset<Row> found, int kind) {
    return packed(found, kind).collectAsList().stream()
        .map(text -> new String(text, StandardCharsets.UTF_8))
        .distinct()
        .sorted()
        .toList();
  }

  private static Dataset<byte[]> packed(Dataset<Row> found, int kind) {
    return found
        .filter(col(NodeColumns.KIND).equalTo(kind))
        .select(LinkColumns.PACKED)
        .as(Encoders.BINARY());
  }
}
