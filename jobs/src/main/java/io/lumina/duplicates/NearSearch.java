package io.lumina.duplicates;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Links between pictures, and the components that they make. Holds what the tasks found. */
final class NearSearch implements AutoCloseable {
  /** Links up to here are joined on the driver. */
  static final long DRIVER_LINKS = 8_000_000;

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

  /** Searches. */
  static NearSearch run(Dataset<Row> nodes, AcceptRule rule, int shards) {
    CandidatePairs search = CandidatePairs.plan(nodes, rule, shards);
    Dataset<Row> found = search.search(nodes).persist(StorageLevel.MEMORY_AND_DISK());
    long[] candidates = new long[search.passes().size()];
    long[] pairs = new long[candidates.length];
    long links = 0;
    for (byte[] counts : packed(found, ShardSearch.COUNTS).collectAsList()) {
      long[] values = PackedLongs.unpack(counts);
      candidates[(int) values[0]] += values[1];
      pairs[(int) values[0]] += values[2];
      links += values[3];
    }
    Dataset<Row> components =
        ConnectedComponents.forLinks(links, GraphFramesComponents.isAvailable()).of(links(found));
    SearchSummary summary =
        new SearchSummary(
            search.pictures(), search.passes(), candidates, pairs, links, rule.sentence());
    return new NearSearch(found, components, links <= BROADCAST_LINKS, summary);
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
  }

  private Dataset<Row> known() {
    return small ? broadcast(components) : components;
  }

  private static Dataset<Row> links(Dataset<Row> found) {
    return packed(found, ShardSearch.LINKS)
        .flatMap(new UnpackPairs(), Encoders.row(NodeColumns.LINKS));
  }

  private static Dataset<byte[]> packed(Dataset<Row> found, int kind) {
    return found
        .filter(col(NodeColumns.KIND).equalTo(kind))
        .select(NodeColumns.PACKED)
        .as(Encoders.BINARY());
  }
}
