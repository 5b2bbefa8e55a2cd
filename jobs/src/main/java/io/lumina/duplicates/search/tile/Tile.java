package io.lumina.duplicates.search.tile;

import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.search.plan.HashSample;
import io.lumina.duplicates.search.plan.KeyTable;
import io.lumina.duplicates.search.shard.ShardNodes;
import io.lumina.hash.HashRun;

/**
 * The records of one tile, equal ones once.
 *
 * @param nodes the records
 * @param run their hashes, without gaps
 * @param places where in {@code nodes} each of them lies; not copied
 */
record Tile(ShardNodes nodes, HashRun run, int[] places) {
  private static final int MOST_KEY_BITS = 22;

  /**
   * Sorts records so that equal ones meet; see {@link ShardNodes}.
   *
   * @param width longs of a record
   * @param words of the hash: one begins the record, four are PDQ in its evidence
   */
  static Tile of(int width, int words, PackedLongs records, ShardNodes.RepeatSink repeats) {
    long[] values = records.toArray();
    records.clear();
    int[] keys = new int[values.length / width];
    int bits = KeyTable.usefulBits(MOST_KEY_BITS, keys.length);
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (int) (HashSample.mix(values[i * width]) >>> Long.SIZE - bits);
    }
    ShardNodes nodes = new ShardNodes(width, values, keys, bits, repeats);
    int[] places = new int[nodes.places()];
    int count = 0;
    for (int key = 0; key < nodes.table().keys(); key++) {
      for (int at = nodes.table().start(key); at < nodes.table().end(key); at++) {
        places[count++] = at;
      }
    }
    long[] hashes = new long[count * words];
    for (int i = 0; i < count; i++) {
      if (words == 1) {
        hashes[i] = nodes.all().hash()[places[i]];
      } else {
        System.arraycopy(nodes.records(), nodes.evidenceAt(places[i]), hashes, i * words, words);
      }
    }
    return new Tile(nodes, new HashRun(hashes, words), places);
  }

  int place(int index) {
    return places[index];
  }
}
