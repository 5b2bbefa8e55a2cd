package io.lumina.duplicates;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The pairs that a task verified: each one is counted, and those that join two parts that no
 * earlier pair joined are kept. What is kept spans the same components as all pairs.
 */
final class LinkForest {
  private final int[] parent;
  private final PackedLongs links = new PackedLongs();
  private final BitSet linkedTurns = new BitSet();
  private long candidates;
  private long pairs;

  LinkForest(int nodes) {
    parent = new int[nodes];
    for (int node = 0; node < nodes; node++) {
      parent[node] = node;
    }
  }

  void compared(long count) {
    candidates += count;
  }

  /** A verified pair. */
  void pair(int a, long idA, int b, long idB) {
    pairs++;
    if (root(a) != root(b)) {
      join(a, b);
      keep(idA, idB);
    }
  }

  /**
   * A verified pair of a picture with pictures that look all the same when turned, but perhaps not
   * as they lie: the first such pair links each of them.
   *
   * @param turned the node of the turned ones
   * @param turnedIds their ids
   */
  void turnedPair(int node, long id, int turned, long[] turnedIds) {
    long[] others = Arrays.stream(turnedIds).filter(other -> other != id).toArray();
    if (others.length == 0) {
      return;
    }
    pairs++;
    boolean joins = root(node) != root(turned);
    join(node, turned);
    if (!linkedTurns.get(turned)) {
      linkedTurns.set(turned);
      for (long other : others) {
        keep(id, other);
      }
    } else if (joins) {
      keep(id, others[0]);
    }
  }

  /** Keeps a link between equal nodes. */
  void keep(long idA, long idB) {
    links.add(idA);
    links.add(idB);
  }

  long candidates() {
    return candidates;
  }

  long pairs() {
    return pairs;
  }

  /** Two longs a link. */
  PackedLongs links() {
    return links;
  }

  private void join(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  private int root(int node) {
    int at = node;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
