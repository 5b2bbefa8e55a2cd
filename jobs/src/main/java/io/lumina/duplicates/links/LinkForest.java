package io.lumina.duplicates.links;

import java.util.BitSet;

/**
 * The pairs that a task verified: each one is counted, and those that join two parts that no
 * earlier pair joined are kept. What is kept spans the same components as all pairs.
 */
public final class LinkForest {
  private final int[] parent;
  private final PackedLongs links = new PackedLongs();
  private final BitSet linkedTurns = new BitSet();
  private long candidates;
  private long pairs;

  public LinkForest(int nodes) {
    parent = new int[nodes];
    for (int node = 0; node < nodes; node++) {
      parent[node] = node;
    }
  }

  public void compared(long count) {
    candidates += count;
  }

  /** A verified pair. */
  public void pair(int a, long idA, int b, long idB) {
    pairs++;
    int rootA = root(a);
    int rootB = root(b);
    if (rootA != rootB) {
      parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
      keep(idA, idB);
    }
  }

  /**
   * A verified pair of a picture and a turned one, which always makes a link the first time: the
   * turned ones of several pictures may be one node, which are not linked by that alone.
   *
   * @return whether it is the first of the turned node
   */
  public boolean turnedPair(int node, long id, int turned, long turnedId) {
    boolean first = !linkedTurns.get(turned);
    linkedTurns.set(turned);
    pair(node, id, turned, turnedId);
    return first;
  }

  /** Keeps a link between equal nodes. */
  public void keep(long idA, long idB) {
    links.add(idA);
    links.add(idB);
  }

  public long candidates() {
    return candidates;
  }

  public long pairs() {
    return pairs;
  }

  /** Two longs a link. */
  public PackedLongs links() {
    return links;
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
