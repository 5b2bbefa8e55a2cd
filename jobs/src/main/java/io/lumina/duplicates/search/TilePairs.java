package io.lumina.duplicates.search;

import static org.apache.spark.sql.functions.col;

import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.search.plan.NodeColumns;
import io.lumina.duplicates.search.plan.SearchPass;
import io.lumina.duplicates.search.shard.SearchRecord;
import io.lumina.duplicates.search.tile.SearchMethod;
import io.lumina.duplicates.search.tile.TileLayout;
import io.lumina.duplicates.search.tile.TileSearch;
import io.lumina.duplicates.search.tile.TileWriter;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Compares all pairs: hashes are divided into tiles, and a task compares one tile with another. */
final class TilePairs implements PairSource {
  private final CandidatePairs bands;
  private final AcceptRule rule;
  private final SearchMethod method;
  private final TileLayout layout;

  /**
   * @param bands knows the pictures, and its plans serve the forming of groups
   * @param tasks at least so many a hash; 0 for as few as memory allows
   */
  TilePairs(CandidatePairs bands, AcceptRule rule, SearchMethod method, int tasks) {
    this.bands = bands;
    this.rule = rule;
    this.method = method;
    this.layout =
        TileLayout.of(
            rule.wholeHashes().size(),
            bands.pictures(),
            SearchRecord.width(rule),
            Math.max(1, tasks));
  }

  /** Whether all pairs can be compared for a rule: its hashes stand for pictures as they are. */
  static boolean serve(AcceptRule rule) {
    return !rule.comparesTurns();
  }

  @Override
  public List<SearchPass> passes() {
    return bands.passes();
  }

  @Override
  public long pictures() {
    return bands.pictures();
  }

  @Override
  public Dataset<Row> search(Dataset<Row> nodes) {
    return nodes
        .select(bands.columns())
        .mapPartitions(
            new TileWriter(layout, rule.wholeHashes(), SearchRecord.width(rule)),
            Encoders.row(NodeColumns.BLOCKS))
        .repartitionById(layout.tasks(), col(NodeColumns.SHARD))
        .mapPartitions(new TileSearch(layout, rule, method), Encoders.row(NodeColumns.FOUND));
  }
}
