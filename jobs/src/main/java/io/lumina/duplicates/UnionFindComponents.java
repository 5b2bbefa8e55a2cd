package io.lumina.duplicates;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Union-find in the arrays of the driver: the fastest way up to several million links. */
final class UnionFindComponents implements ConnectedComponents {
  private static final int LONGS_PER_BLOCK = 1 << 14;

  @Override
  public Dataset<Row> of(Dataset<Row> links) {
    PackedLongs all = new PackedLongs();
    links
        .select(col(NodeColumns.A), col(NodeColumns.B))
        .mapPartitions(new PackRows(2), Encoders.BINARY())
        .collectAsList()
        .forEach(all::addAll);
    UnionFind sets = UnionFind.of(all.toArray());
    List<byte[]> blocks = new ArrayList<>();
    PackedLongs block = new PackedLongs();
    for (int i = 0; i < sets.size(); i++) {
      block.add(sets.node(i));
      block.add(sets.component(i));
      if (block.size() >= LONGS_PER_BLOCK || i == sets.size() - 1) {
        blocks.add(block.pack());
        block.clear();
      }
    }
    return links
        .sparkSession()
        .createDataset(blocks, Encoders.BINARY())
        .flatMap(new UnpackPairs(), Encoders.row(NodeColumns.COMPONENTS));
  }
}
