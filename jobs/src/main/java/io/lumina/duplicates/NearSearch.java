package io.lumina.duplicates;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Links between pictures, and the components that they make. Holds what the tasks found. */
final class NearSearch implements AutoCloseable {
  /** Links up to here are joined on the driver. */
  static final long DRIVER_LINKS = 8_000_000;

  /** Nodes up to here are sent to every executor. */
  private static final long BROADCAST_NODES = 4_000_000;

  private static final String NODES = "nodes";

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

  /** Searches. */
  static NearSearch run(Dataset<Row> nodes, AcceptRule rule, int shards) {
    CandidatePairs search = CandidatePairs.plan(nodes, rule, shards);
    Dataset<Row> found = search.search(nodes).persist(StorageLevel.MEMORY_AND_DISK());
    long[] candidates = new long[search.passes().size()];
    long[] pairs = new long[candidates.length];
    for (byte[] counts :
        found
            .filter(col(NodeColumns.KIND).equalTo(ShardSearch.COUNTS))
            .select(NodeColumns.PACKED)
            .as(Encoders.BINARY())
            .collectAsList()) {
      long[] values = PackedLongs.unpack(counts);
      candidates[(int) values[0]] += values[1];
      pairs[(int) values[0]] += values[2];
    }
    long links = linkCount(found);
    Dataset<Row> components =
        (links <= DRIVER_LINKS ? new UnionFindComponents() : new LargeStarSmallStar())
            .of(links(found))
            .persist(StorageLevel.MEMORY_AND_DISK());
    Row sizes =
        components
            .groupBy(NodeColumns.COMPONENT)
            .agg(count(lit(1)).as(NODES))
            .agg(count(lit(1)), coalesce(max(NODES), lit(0L)), coalesce(sum(NODES), lit(0L)))
            .first();
    SearchSummary summary =
        new SearchSummary(
            search.pictures(),
            search.passes(),
            candidates,
            pairs,
            links,
            sizes.getLong(0),
            sizes.getLong(1),
            rule.sentence());
    return new NearSearch(found, components, sizes.getLong(2) <= BROADCAST_NODES, summary);
  }

  SearchSummary summary() {
    return summary;
  }

  /** Rows of nodes that hang together with others, with the component. */
  Dataset<Row> labelled(Dataset<Row> nodes) {
    return nodes.join(known(), NodeColumns.NODE);
  }

  /** Links between different nodes, with the component. */
  Dataset<Row> labelledLinks() {
    Dataset<Row> known = known();
    return links(found)
        .filter(col(NodeColumns.A).notEqual(col(NodeColumns.B)))
        .join(known, col(NodeColumns.A).equalTo(col(NodeColumns.NODE)))
        .select(NodeColumns.COMPONENT, NodeColumns.A, NodeColumns.B);
  }

  @Override
  public void close() {
    found.unpersist();
    components.unpersist();
  }

  private Dataset<Row> known() {
    return small ? broadcast(components) : components;
  }

  private static Dataset<Row> links(Dataset<Row> found) {
    return packedLinks(found)
        .as(Encoders.BINARY())
        .flatMap(new UnpackPairs(), Encoders.row(NodeColumns.LINKS));
  }

  private static long linkCount(Dataset<Row> found) {
    Row total =
        packedLinks(found)
            .agg(
                coalesce(
                    sum(org.apache.spark.sql.functions.length(col(NodeColumns.PACKED))), lit(0L)))
            .first();
    return total.getLong(0) / (2 * Long.BYTES);
  }

  private static Dataset<Row> packedLinks(Dataset<Row> found) {
    return found
        .filter(col(NodeColumns.KIND).equalTo(ShardSearch.LINKS))
        .select(NodeColumns.PACKED);
  }
}
