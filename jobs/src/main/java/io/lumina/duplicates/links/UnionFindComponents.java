package io.lumina.duplicates.links;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Union-find in the arrays of the driver: the fastest way up to several million links. */
final class UnionFindComponents implements ConnectedComponents {
  @Override
  public Dataset<Row> of(Dataset<Row> links) {
    PackedLongs all = new PackedLongs();
    links
        .select(col(LinkColumns.A), col(LinkColumns.B))
        .mapPartitions(new PackRows(2), Encoders.BINARY())
        .collectAsList()
        .forEach(all::addAll);
    UnionFind sets = UnionFind.of(all.toArray());
    long[] components = new long[2 * sets.size()];
    for (int i = 0; i < sets.size(); i++) {
      components[2 * i] = sets.node(i);
      components[2 * i + 1] = sets.component(i);
    }
    return LocalBlocks.of(components, links)
        .flatMap(new UnpackPairs(), Encoders.row(LinkColumns.COMPONENTS));
  }
}
