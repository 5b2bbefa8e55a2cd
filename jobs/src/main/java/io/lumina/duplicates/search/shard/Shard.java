package io.lumina.duplicates.search.shard;

import io.lumina.duplicates.links.LinkForest;
import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.search.plan.Bands;
import io.lumina.duplicates.search.plan.Flips;
import io.lumina.duplicates.search.plan.KeyTable;
import io.lumina.duplicates.search.plan.Level;
import io.lumina.duplicates.search.plan.SearchPass;

/**
 * One band, one prefix of its keys: residents have that prefix, visitors one a few flips away.
 * Residents are compared among themselves, visitors with residents.
 */
final class Shard {
  private final SearchPass pass;
  private final Bands bands;
  private final int band;
  private final AcceptRule rule;
  private final PackedLongs[] records;
  private final int width;
  private final int keyBits;
  private final Level level;
  private final long open;

  /**
   * Takes the records of a shard.
   *
   * @param shard number of the shard inside its pass
   * @param records those of residents first, then those of visitors by flips; used up
   */
  Shard(SearchPass pass, int shard, AcceptRule rule, PackedLongs[] records) {
    this.pass = pass;
    this.bands = pass.bands();
    this.band = pass.bandOf(shard);
    this.rule = rule;
    this.records = records;
    this.width = SearchRecord.width(rule);
    this.keyBits =
        KeyTable.usefulBits(bands.keyBits(band) - pass.prefixBits(), records[0].size() / width);
    this.level = new Level(bands, band, pass.plan().flips(), null);
    this.open = ~bands.lowestBits(band, pass.prefixBits() + keyBits);
  }

  /** Finds all pairs that this shard has to find. */
  LinkForest search() {
    int nodes = 0;
    for (PackedLongs part : records) {
      nodes += part.size() / width;
    }
    LinkForest forest = new LinkForest(nodes);
    ShardNodes residents = nodes(0, band == 0 ? forest::keep : Shard::ignore);
    int flips = pass.plan().flips();
    compareResidents(residents, Flips.of(keyBits, flips), forest);
    int offset = residents.places();
    for (int away = 1; away <= flips; away++) {
      if (records[away].size() > 0) {
        ShardNodes visitors = nodes(away, Shard::ignore);
        compareVisitors(residents, visitors, offset, Flips.of(keyBits, flips - away), forest);
        offset += visitors.places();
      }
    }
    return forest;
  }

  private static void ignore(long kept, long dropped) {}

  private ShardNodes nodes(int away, ShardNodes.RepeatSink repeats) {
    long[] values = records[away].toArray();
    records[away] = null;
    int[] keys = new int[values.length / width];
    int mask = (1 << keyBits) - 1;
    for (int i = 0; i < keys.length; i++) {
      keys[i] = pass.rest(bands.key(values[i * width], band)) & mask;
    }
    return new ShardNodes(width, values, keys, keyBits, repeats);
  }

  private void compareResidents(ShardNodes residents, Flips flips, LinkForest forest) {
    BucketSearch search = search(new NodePairs(residents, 0, residents, 0, rule, forest));
    KeyTable table = residents.table();
    Bucket all = residents.all();
    for (int key = 0; key < table.keys(); key++) {
      int size = table.end(key) - table.start(key);
      if (size == 0) {
        continue;
      }
      if (size > 1) {
        search.within(all.part(table, key), open, level);
      }
      for (int count = 1; count <= pass.plan().flips(); count++) {
        for (int flip : flips.exactly(count)) {
          int other = key ^ flip;
          if (other < key && table.end(other) > table.start(other)) {
            search.between(all.part(table, key), all.part(table, other), open, level);
          }
        }
      }
    }
  }

  private void compareVisitors(
      ShardNodes residents, ShardNodes visitors, int offset, Flips flips, LinkForest forest) {
    BucketSearch search = search(new NodePairs(visitors, offset, residents, 0, rule, forest));
    KeyTable here = residents.table();
    KeyTable there = visitors.table();
    Bucket all = residents.all();
    for (int key = 0; key < there.keys(); key++) {
      if (there.end(key) == there.start(key)) {
        continue;
      }
      Bucket part = visitors.all().part(there, key);
      for (int count = 0; count < flips.counts(); count++) {
        for (int flip : flips.exactly(count)) {
          int other = key ^ flip;
          if (here.end(other) > here.start(other)) {
            search.between(part, all.part(here, other), open, level);
          }
        }
      }
    }
  }

  private BucketSearch search(NodePairs pairs) {
    return new BucketSearch(pass.plan().threshold(), pairs);
  }
}
