package io.lumina.duplicates.links;

import java.util.Arrays;

/** Disjoint sets of longs in primitive arrays; the lowest member names a set. */
public final class UnionFind {
  private final long[] nodes;
  private final int[] parent;

  private UnionFind(long[] nodes) {
    this.nodes = nodes;
    this.parent = new int[nodes.length];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
  }

  /** The sets that links make; two longs a link. */
  public static UnionFind of(long[] links) {
    UnionFind sets = withoutLinks(links);
    for (int i = 0; i + 1 < links.length; i += 2) {
      sets.join(links[i], links[i + 1]);
    }
    return sets;
  }

  /** A set of its own for each node that links name. */
  static UnionFind withoutLinks(long[] links) {
    return new UnionFind(distinct(links));
  }

  /**
   * A spanning forest: of many links those that join two sets, in an order that follows from the
   * links alone. Two longs a link.
   */
  public static long[] spanning(long[] links) {
    UnionFind sets = withoutLinks(links);
    long[] sorted = new long[links.length / 2];
    for (int i = 0; i < sorted.length; i++) {
      long a = sets.index(links[2 * i]);
      long b = sets.index(links[2 * i + 1]);
      sorted[i] = Math.min(a, b) << Integer.SIZE | Math.max(a, b);
    }
    Arrays.sort(sorted);
    PackedLongs kept = new PackedLongs();
    for (long link : sorted) {
      int a = (int) (link >>> Integer.SIZE);
      int b = (int) link;
      if (sets.joinIndexes(a, b)) {
        kept.add(sets.nodes[a]);
        kept.add(sets.nodes[b]);
      }
    }
    return kept.toArray();
  }

  public int size() {
    return nodes.length;
  }

  /** The nodes in ascending order. */
  public long node(int index) {
    return nodes[index];
  }

  /** The lowest node of the set of a node. */
  public long component(int index) {
    return nodes[root(index)];
  }

  /** The lowest node of the set of a node that a link names. */
  public long componentOf(long node) {
    return component(index(node));
  }

  /** Joins two sets; false if they were one already. */
  boolean join(long a, long b) {
    return joinIndexes(index(a), index(b));
  }

  /** Whether two nodes are in one set; false for a node that no link names. */
  public boolean together(long a, long b) {
    int indexA = index(a);
    int indexB = index(b);
    return indexA >= 0 && indexB >= 0 && root(indexA) == root(indexB);
  }

  private int index(long node) {
    return Arrays.binarySearch(nodes, node);
  }

  private boolean joinIndexes(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    return rootA != rootB;
  }

  private int root(int index) {
    int at = index;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private static long[] distinct(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    int size = 0;
    for (long value : sorted) {
      if (size == 0 || sorted[size - 1] != value) {
        sorted[size++] = value;
      }
    }
    return Arrays.copyOf(sorted, size);
  }
}
