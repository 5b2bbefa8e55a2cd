package io.lumina.duplicates;

import java.util.Arrays;

/** Disjoint sets of longs in primitive arrays; the lowest member names a set. */
final class UnionFind {
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
  static UnionFind of(long[] links) {
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

  int size() {
    return nodes.length;
  }

  /** The nodes in ascending order. */
  long node(int index) {
    return nodes[index];
  }

  /** The lowest node of the set of a node. */
  long component(int index) {
    return nodes[root(index)];
  }

  /** Joins two sets; false if they were one already. */
  boolean join(long a, long b) {
    int rootA = root(Arrays.binarySearch(nodes, a));
    int rootB = root(Arrays.binarySearch(nodes, b));
    parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    return rootA != rootB;
  }

  /** Whether two nodes are in one set; false for a node that no link names. */
  boolean together(long a, long b) {
    int indexA = Arrays.binarySearch(nodes, a);
    int indexB = Arrays.binarySearch(nodes, b);
    return indexA >= 0 && indexB >= 0 && root(indexA) == root(indexB);
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
