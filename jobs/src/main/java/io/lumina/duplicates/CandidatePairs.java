package io.lumina.duplicates;

import static org.apache.spark.sql.functions.col;

import io.lumina.table.ImagesView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
final class CandidatePairs {
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
      BandPlan plan = BandPlanner.choose(rule.threshold(family), samples.get(i));
      passes.add(SearchPass.of(family, plan, samples.get(i).count(), shards));
    }
    return new CandidatePairs(new ShardLayout(passes), rule, samples.get(0).count());
  }

  List<SearchPass> passes() {
    return layout.passes();
  }

  long pictures() {
    return pictures;
  }

  /** Whether every pair that the rule speaks of will be found. */
  boolean exact() {
    return passes().stream().allMatch(pass -> pass.plan().exact());
  }

  /** Keeps away what cannot be near one of some nodes. */
  KeyFilter near(Dataset<Row> nodes) {
    List<PackedLongs> hashes = passes().stream().map(pass -> new PackedLongs()).toList();
    List<byte[]> blocks =
        nodes
            .select(hashColumns(rule))
            .mapPartitions(new PackRows(hashes.size()), Encoders.BINARY())
            .collectAsList();
    for (byte[] block : blocks) {
      long[] values = PackedLongs.unpack(block);
      for (int i = 0; i < values.length; i++) {
        hashes.get(i % hashes.size()).add(values[i]);
      }
    }
    return KeysNearby.of(passes(), hashes.stream().map(PackedLongs::toArray).toList());
  }

  /**
   * The search itself.
   *
   * @param nodes one row a picture, with {@link NodeColumns#NODE}, the hashes and the evidence
   * @param filter which hashes take part
   * @return rows of {@link NodeColumns#FOUND}
   */
  Dataset<Row> search(Dataset<Row> nodes, KeyFilter filter) {
    return nodes
        .select(columns())
        .mapPartitions(
            new BlockWriter(layout, SearchRecord.width(rule), filter),
            Encoders.row(NodeColumns.BLOCKS))
        .repartitionById(layout.shards(), col(NodeColumns.SHARD))
        .mapPartitions(new ShardSearch(layout, rule), Encoders.row(NodeColumns.FOUND));
  }

  private static Column[] hashColumns(AcceptRule rule) {
    return rule.families().stream().map(family -> col(family.column())).toArray(Column[]::new);
  }

  private Column[] columns() {
    Set<String> names = new LinkedHashSet<>();
    for (SearchPass pass : layout.passes()) {
      names.add(pass.family().column());
    }
    if (rule.needsEvidence()) {
      names.addAll(List.of(NodeColumns.NODE, ImagesView.PDQ, ImagesView.DHASH, NodeColumns.FACTS));
    }
    return names.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
  }
}
