package io.lumina.duplicates.search.tile;

import io.lumina.duplicates.links.LinkForest;
import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.WholeHash;
import io.lumina.duplicates.search.plan.NodeColumns;
import io.lumina.duplicates.search.shard.NodePairs;
import io.lumina.duplicates.search.shard.SearchRecord;
import io.lumina.duplicates.search.shard.ShardSearch;
import io.lumina.hash.PairSearch;
import io.lumina.hash.PairSearchException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Compares the tiles of a partition; says the same as {@link ShardSearch}, and with what. */
public final class TileSearch implements MapPartitionsFunction<Row, Row> {
  /** Value of {@link NodeColumns#KIND}: the name of a device, in UTF-8. */
  public static final int DEVICE = 2;

  /** Value of {@link NodeColumns#KIND}: why the search cannot be used, in UTF-8. */
  public static final int FAILED = 3;

  private final TileLayout layout;
  private final AcceptRule rule;
  private final SearchMethod method;

  public TileSearch(TileLayout layout, AcceptRule rule, SearchMethod method) {
    this.layout = layout;
    this.rule = rule;
    this.method = method;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> blocks) {
    Map<Integer, PackedLongs[]> tasks = new TreeMap<>();
    while (blocks.hasNext()) {
      Row block = blocks.next();
      tasks
          .computeIfAbsent(
              block.getInt(0), any -> new PackedLongs[] {new PackedLongs(), new PackedLongs()})[
          block.getInt(1)]
          .addAll(block.getAs(2));
    }
    if (tasks.isEmpty()) {
      return Collections.emptyIterator();
    }
    try {
      return search(tasks).iterator();
    } catch (PairSearchException failed) {
      // Another try would fail as well; there is another way to search.
      return List.of(text(FAILED, failed.getMessage())).iterator();
    }
  }

  private List<Row> search(Map<Integer, PackedLongs[]> tasks) {
    List<Row> found = new ArrayList<>();
    try (PairSearch search = PairSearches.open(method)) {
      found.add(text(DEVICE, search.name()));
      while (!tasks.isEmpty()) {
        int task = tasks.keySet().iterator().next();
        PackedLongs[] tiles = tasks.remove(task);
        ShardSearch.report(
            layout.passOf(task),
            layout.isDiagonal(task)
                ? within(search, task, tiles[0])
                : between(search, task, tiles[0], tiles[1]),
            found);
      }
    }
    return found;
  }

  private static Row text(int kind, String text) {
    return RowFactory.create(kind, text.getBytes(StandardCharsets.UTF_8));
  }

  private LinkForest within(PairSearch search, int task, PackedLongs records) {
    LinkForest forest = new LinkForest(records.size() / width());
    Tile tile = Tile.of(width(), hash(task).words(), records, forest::keep);
    NodePairs pairs = new NodePairs(tile.nodes(), 0, tile.nodes(), 0, rule, forest);
    long count = tile.run().count();
    pairs.compared(count * (count - 1) / 2);
    search.within(
        tile.run(), hash(task).threshold(), (a, b) -> pairs.near(tile.place(a), tile.place(b)));
    return forest;
  }

  private LinkForest between(
      PairSearch search, int task, PackedLongs recordsA, PackedLongs recordsB) {
    int countA = recordsA.size() / width();
    LinkForest forest = new LinkForest(countA + recordsB.size() / width());
    Tile a = Tile.of(width(), hash(task).words(), recordsA, TileSearch::ignore);
    Tile b = Tile.of(width(), hash(task).words(), recordsB, TileSearch::ignore);
    NodePairs pairs = new NodePairs(a.nodes(), 0, b.nodes(), countA, rule, forest);
    pairs.compared((long) a.run().count() * b.run().count());
    search.between(
        a.run(), b.run(), hash(task).threshold(), (i, j) -> pairs.near(a.place(i), b.place(j)));
    return forest;
  }

  /** Equal records of a tile are told of where it meets itself. */
  private static void ignore(long kept, long dropped) {}

  private int width() {
    return SearchRecord.width(rule);
  }

  private WholeHash hash(int task) {
    return rule.wholeHashes().get(layout.passOf(task));
  }
}
