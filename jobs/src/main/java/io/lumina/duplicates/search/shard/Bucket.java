package io.lumina.duplicates.search.shard;

import io.lumina.duplicates.search.plan.Bands;
import io.lumina.duplicates.search.plan.KeyTable;

/**
 * Nodes that share a part of their hash.
 *
 * @param hash hashes
 * @param node the node of each hash
 * @param from first index of the bucket
 * @param to index behind the last
 */
public record Bucket(long[] hash, int[] node, int from, int to) {

  int size() {
    return to - from;
  }

  /** The same bucket sorted by the key of a band. */
  KeyTable table(Bands bands, int band) {
    int[] keys = new int[size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = bands.key(hash[from + i], band);
    }
    return KeyTable.of(keys, bands.keyBits(band));
  }

  /** The same nodes in the order of a table. */
  Bucket inOrderOf(KeyTable table) {
    long[] sortedHash = new long[size()];
    int[] sortedNode = new int[size()];
    for (int place = 0; place < sortedHash.length; place++) {
      int at = from + table.at(place);
      sortedHash[place] = hash[at];
      sortedNode[place] = node[at];
    }
    return new Bucket(sortedHash, sortedNode, 0, sortedHash.length);
  }

  /** The part with one key of a bucket that lies in the order of its table. */
  Bucket part(KeyTable table, int key) {
    return new Bucket(hash, node, table.start(key), table.end(key));
  }
}
