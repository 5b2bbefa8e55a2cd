package io.lumina.duplicates.search;

import static org.apache.spark.sql.functions.col;

import io.lumina.duplicates.links.LinkColumns;
import io.lumina.duplicates.links.PackRows;
import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.HashFamily;
import io.lumina.duplicates.rule.RuleColumns;
import io.lumina.duplicates.search.plan.BandPlan;
import io.lumina.duplicates.search.plan.BandPlanner;
import io.lumina.duplicates.search.plan.HashSample;
import io.lumina.duplicates.search.plan.KeyFilter;
import io.lumina.duplicates.search.plan.KeysNearby;
import io.lumina.duplicates.search.plan.NodeColumns;
import io.lumina.duplicates.search.plan.PackTurns;
import io.lumina.duplicates.search.plan.SearchPass;
import io.lumina.duplicates.search.shard.BlockWriter;
import io.lumina.duplicates.search.shard.ShardLayout;
import io.lumina.duplicates.search.shard.ShardSearch;
import io.lumina.table.ImagesView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Finds the near pairs among pictures, all of them within the guarantee of the plan, and keeps
 * enough of them to span the components that all of them would make.
 *
 * <p>Banded search (locality-sensitive hashing with bit sampling and probes): each hash goes to one
 * shard a band, and inside a shard everything is an array.
 */
final class CandidatePairs implements PairSource {
  private final ShardLayout layout;
  private final AcceptRule rule;
  private final long pictures;

  private CandidatePairs(ShardLayout layout, AcceptRule rule, long pictures) {
    this.layout = layout;
    this.rule = rule;
    this.pictures = pictures;
  }

  /** Chooses a plan for each hash of the rule; reads the hashes once. */
  static CandidatePairs plan(Dataset<Row> nodes, AcceptRule rule, int shards) {
    List<HashFamily> families = rule.families();
    List<HashSample> samples = HashSample.of(nodes.select(hashColumns(rule)));
    List<SearchPass> passes = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      HashFamily family = families.get(i);
      HashSample sample = rule.comparesTurns() ? samples.get(i).turned() : samples.get(i);
      BandPlan plan = BandPlanner.choose(rule.threshold(family), family.guaranteed(), sample);
      passes.add(SearchPass.of(family, plan, sample.count(), shards));
    }
    return new CandidatePairs(new ShardLayout(passes), rule, samples.get(0).count());
  }

  @Override
  public List<SearchPass> passes() {
    return layout.passes();
  }

  @Override
  public long pictures() {
    return pictures;
  }

  /** Whether every pair that the rule speaks of will be found. */
  boolean exact() {
    return passes().stream().allMatch(pass -> pass.plan().exact());
  }

  /** Keeps away what cannot be near one of some nodes. */
  KeyFilter near(Dataset<Row> nodes) {
    List<PackedLongs> hashes = passes().stream().map(pass -> new PackedLongs()).toList();
    Dataset<byte[]> blocks =
        rule.comparesTurns()
            ? nodes
                .select(columns())
                .mapPartitions(new PackTurns(rule.families()), Encoders.BINARY())
            : nodes
                .select(hashColumns(rule))
                .mapPartitions(new PackRows(hashes.size()), Encoders.BINARY());
    for (byte[] block : blocks.collectAsList()) {
      long[] values = PackedLongs.unpack(block);
      for (int i = 0; i < values.length; i++) {
        hashes.get(i % hashes.size()).add(values[i]);
      }
    }
    return KeysNearby.of(passes(), hashes.stream().map(PackedLongs::toArray).toList());
  }

  @Override
  public Dataset<Row> search(Dataset<Row> nodes) {
    return search(nodes, KeyFilter.ALL);
  }

  /**
   * The search of some hashes.
   *
   * @param filter which hashes take part
   */
  Dataset<Row> search(Dataset<Row> nodes, KeyFilter filter) {
    return nodes
        .select(columns())
        .mapPartitions(new BlockWriter(layout, rule, filter), Encoders.row(NodeColumns.BLOCKS))
        .repartitionById(layout.shards(), col(NodeColumns.SHARD))
        .mapPartitions(new ShardSearch(layout, rule), Encoders.row(NodeColumns.FOUND));
  }

  private static Column[] hashColumns(AcceptRule rule) {
    return rule.families().stream().map(HashFamily::value).toArray(Column[]::new);
  }

  /** What the search needs of a picture. */
  Column[] columns() {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (SearchPass pass : layout.passes()) {
      columns.put(pass.family().column(), pass.family().value());
    }
    if (rule.needsEvidence()) {
      for (String name :
          List.of(
              LinkColumns.NODE,
              ImagesView.PDQ,
              ImagesView.DHASH,
              RuleColumns.FACTS,
              RuleColumns.MOMENT)) {
        columns.put(name, col(name));
      }
    }
    if (rule.comparesTurns()) {
      for (String name : List.of(ImagesView.AHASH, ImagesView.WHASH, ImagesView.LUMA)) {
        columns.put(name, col(name));
      }
    }
    return columns.values().toArray(Column[]::new);
  }
}
