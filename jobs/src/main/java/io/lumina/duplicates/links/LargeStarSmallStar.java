package io.lumina.duplicates.links;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Alternating large-star and small-star on DataFrames, for more links than a driver should hold
 * (Kiveris, Lattanzi, Mirrokni, Rastogi, Vassilvitskii: Connected Components in MapReduce and
 * Beyond, 2014). Each step keeps the components and pulls nodes towards their lowest; when nothing
 * moves any more every node hangs on it. Each round is materialised, so that no plan grows.
 */
final class LargeStarSmallStar implements ConnectedComponents {
  private static final String LOWEST = "lowest";
  private static final String FROM = "from";
  private static final String TO = "to";

  @Override
  public Dataset<Row> of(Dataset<Row> links) {
    Dataset<Row> named =
        links.select(col(LinkColumns.A).as(FROM), col(LinkColumns.B).as(TO)).localCheckpoint(true);
    Dataset<Row> edges = named.filter(col(FROM).notEqual(col(TO))).distinct();
    Row before = null;
    Row after = state(edges);
    while (!after.equals(before)) {
      edges = smallStar(largeStar(edges)).localCheckpoint(true);
      before = after;
      after = state(edges);
    }
    return labels(named, edges);
  }

  /** Every larger neighbour of a node is hung on the lowest of its neighbourhood. */
  static Dataset<Row> largeStar(Dataset<Row> edges) {
    Dataset<Row> both = edges.unionAll(edges.select(col(TO).as(FROM), col(FROM).as(TO)));
    return both.join(lowest(both), FROM)
        .filter(col(TO).gt(col(FROM)))
        .select(col(TO).as(FROM), col(LOWEST).as(TO))
        .distinct();
  }

  /** A node and its lower neighbours are hung on the lowest of them. */
  static Dataset<Row> smallStar(Dataset<Row> edges) {
    Dataset<Row> down =
        edges.select(greatest(col(FROM), col(TO)).as(FROM), least(col(FROM), col(TO)).as(TO));
    Dataset<Row> lowest = lowest(down);
    Dataset<Row> hung = down.join(lowest, FROM).select(col(TO).as(FROM), col(LOWEST).as(TO));
    return hung.unionAll(lowest.select(col(FROM), col(LOWEST).as(TO)))
        .filter(col(FROM).notEqual(col(TO)))
        .distinct();
  }

  private static Dataset<Row> lowest(Dataset<Row> edges) {
    return edges.groupBy(FROM).agg(least(min(TO), col(FROM)).as(LOWEST));
  }

  private static Row state(Dataset<Row> edges) {
    return edges.agg(count(lit(1)), bit_xor(xxhash64(col(FROM), col(TO)))).first();
  }

  private static Dataset<Row> labels(Dataset<Row> named, Dataset<Row> edges) {
    Dataset<Row> nodes =
        named.select(col(FROM).as(LinkColumns.NODE)).unionAll(named.select(col(TO))).distinct();
    Dataset<Row> hung = edges.groupBy(col(FROM).as(LinkColumns.NODE)).agg(min(TO).as(LOWEST));
    return hung.join(
            nodes, nodes.col(LinkColumns.NODE).equalTo(hung.col(LinkColumns.NODE)), "right")
        .select(
            nodes.col(LinkColumns.NODE),
            coalesce(col(LOWEST), nodes.col(LinkColumns.NODE)).as(LinkColumns.COMPONENT));
  }
}
