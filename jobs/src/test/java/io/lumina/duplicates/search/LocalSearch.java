package io.lumina.duplicates.search;

import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.links.UnionFind;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.DhashRule;
import io.lumina.duplicates.rule.HashFamily;
import io.lumina.duplicates.search.plan.BandPlan;
import io.lumina.duplicates.search.plan.KeyFilter;
import io.lumina.duplicates.search.plan.SearchPass;
import io.lumina.duplicates.search.shard.BlockWriter;
import io.lumina.duplicates.search.shard.SearchRecord;
import io.lumina.duplicates.search.shard.ShardLayout;
import io.lumina.duplicates.search.shard.ShardSearch;
import io.lumina.duplicates.search.tile.SearchMethod;
import io.lumina.duplicates.search.tile.TileLayout;
import io.lumina.duplicates.search.tile.TileSearch;
import io.lumina.duplicates.search.tile.TileWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The steps of the search one after the other, without Spark. */
public final class LocalSearch {
  private final List<long[]> links = new ArrayList<>();
  private long candidates;
  private long pairs;

  private LocalSearch() {}

  /** Searches difference hashes that come in a few partitions. */
  public static LocalSearch of(long[] hashes, BandPlan plan, int prefixBits) {
    StructType schema = new StructType().add(HashFamily.DHASH.column(), DataTypes.LongType, false);
    List<Row> rows = new ArrayList<>();
    for (long hash : hashes) {
      rows.add(new GenericRowWithSchema(new Object[] {hash}, schema));
    }
    return of(rows, new DhashRule(plan.threshold()), plan, prefixBits);
  }

  /** Searches rows by each hash of a rule with the same plan. */
  public static LocalSearch of(List<Row> rows, AcceptRule rule, BandPlan plan, int prefixBits) {
    List<SearchPass> passes = new ArrayList<>();
    for (HashFamily family : rule.families()) {
      BandPlan own =
          new BandPlan(plan.bands(), plan.flips(), rule.threshold(family), plan.predicted());
      passes.add(new SearchPass(family, own, prefixBits));
    }
    return of(rows, rule, passes);
  }

  /** Searches rows in the given passes. */
  public static LocalSearch of(List<Row> rows, AcceptRule rule, List<SearchPass> passes) {
    ShardLayout layout = new ShardLayout(passes);
    return of(rows, new BlockWriter(layout, rule, KeyFilter.ALL), new ShardSearch(layout, rule));
  }

  /** Compares all pairs of rows, in tiles. */
  static LocalSearch ofAllPairs(List<Row> rows, AcceptRule rule, int tiles) {
    TileLayout layout = new TileLayout(rule.wholeHashes().size(), tiles);
    return of(
        rows,
        new TileWriter(layout, rule.wholeHashes(), SearchRecord.width(rule)),
        new TileSearch(layout, rule, SearchMethod.ALL_PAIRS));
  }

  private static LocalSearch of(
      List<Row> rows,
      MapPartitionsFunction<Row, Row> writer,
      MapPartitionsFunction<Row, Row> searcher) {
    try {
      return search(rows, writer, searcher);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static LocalSearch search(
      List<Row> rows,
      MapPartitionsFunction<Row, Row> writer,
      MapPartitionsFunction<Row, Row> searcher)
      throws Exception {
    Map<Integer, List<Row>> blocks = new TreeMap<>();
    int half = rows.size() / 2;
    for (List<Row> partition : List.of(rows.subList(0, half), rows.subList(half, rows.size()))) {
      Iterator<Row> written = writer.call(partition.iterator());
      while (written.hasNext()) {
        Row block = written.next();
        blocks.computeIfAbsent(block.getInt(0), any -> new ArrayList<>()).add(copy(block));
      }
    }
    LocalSearch search = new LocalSearch();
    for (List<Row> part : blocks.values()) {
      search.take(searcher.call(part.iterator()));
    }
    return search;
  }

  public long candidates() {
    return candidates;
  }

  long pairs() {
    return pairs;
  }

  /** Pairs of nodes. */
  List<long[]> links() {
    return links;
  }

  /** The components of all links, as node to lowest node. */
  Map<Long, Long> components() {
    return components(links);
  }

  static Map<Long, Long> components(List<long[]> links) {
    UnionFind sets = UnionFind.of(links.stream().flatMapToLong(java.util.Arrays::stream).toArray());
    Map<Long, Long> components = new TreeMap<>();
    for (int i = 0; i < sets.size(); i++) {
      components.put(sets.node(i), sets.component(i));
    }
    return components;
  }

  private void take(Iterator<Row> found) {
    while (found.hasNext()) {
      Row row = found.next();
      if (row.getInt(0) == TileSearch.DEVICE) {
        continue;
      }
      long[] values = PackedLongs.unpack(row.getAs(1));
      if (row.getInt(0) == ShardSearch.COUNTS) {
        candidates += values[1];
        pairs += values[2];
      } else {
        for (int i = 0; i < values.length; i += 2) {
          links.add(new long[] {values[i], values[i + 1]});
        }
      }
    }
  }

  private static Row copy(Row block) {
    return RowFactory.create(block.getInt(0), block.getInt(1), block.getAs(2));
  }
}
