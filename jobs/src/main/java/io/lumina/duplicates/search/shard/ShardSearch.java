package io.lumina.duplicates.search.shard;

import io.lumina.duplicates.links.LinkForest;
import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.search.plan.NodeColumns;
import io.lumina.duplicates.search.plan.SearchPass;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Searches the shards of a partition, and says what it found: links, and how many it compared. */
public final class ShardSearch implements MapPartitionsFunction<Row, Row> {
  /** Value of {@link NodeColumns#KIND}: pairs of nodes. */
  public static final int LINKS = 0;

  /** Value of {@link NodeColumns#KIND}: pass, candidates, pairs, links. */
  public static final int COUNTS = 1;

  private static final int LONGS_PER_ROW = 1 << 16;

  private final ShardLayout layout;
  private final AcceptRule rule;

  public ShardSearch(ShardLayout layout, AcceptRule rule) {
    this.layout = layout;
    this.rule = rule;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> blocks) {
    Map<Integer, PackedLongs[]> shards = new TreeMap<>();
    while (blocks.hasNext()) {
      Row block = blocks.next();
      int shard = block.getInt(0);
      SearchPass pass = layout.passes().get(layout.passOf(shard));
      shards.computeIfAbsent(shard, any -> empty(pass.plan().flips() + 1))[block.getInt(1)].addAll(
          block.getAs(2));
    }
    List<Row> found = new ArrayList<>();
    while (!shards.isEmpty()) {
      int shard = shards.keySet().iterator().next();
      search(shard, shards.remove(shard), found);
    }
    return found.iterator();
  }

  private void search(int shard, PackedLongs[] records, List<Row> found) {
    int pass = layout.passOf(shard);
    report(
        pass,
        new Shard(layout.passes().get(pass), shard - layout.firstOf(pass), rule, records).search(),
        found);
  }

  /** What a part of a pass found, as rows. */
  public static void report(int pass, LinkForest forest, List<Row> found) {
    found.add(
        RowFactory.create(
            COUNTS,
            PackedLongs.pack(
                new long[] {pass, forest.candidates(), forest.pairs(), forest.links().size() / 2},
                0,
                4)));
    long[] links = forest.links().toArray();
    for (int from = 0; from < links.length; from += LONGS_PER_ROW) {
      int to = Math.min(links.length, from + LONGS_PER_ROW);
      found.add(RowFactory.create(LINKS, PackedLongs.pack(links, from, to)));
    }
  }

  private static PackedLongs[] empty(int count) {
    PackedLongs[] records = new PackedLongs[count];
    for (int i = 0; i < count; i++) {
      records[i] = new PackedLongs();
    }
    return records;
  }
}
