package io.lumina.duplicates.search;

import io.lumina.duplicates.links.PackedLongs;
import io.lumina.duplicates.links.UnionFind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The links of an earlier run, sorted out. A component from which nothing is missing stays as it
 * is; one that lost a content may have fallen apart, so what is left of it is searched anew.
 */
final class KnownLinks {
  /** Longs of one earlier edge: both contents, both nodes, and whether they are still there. */
  static final int WIDTH = 5;

  private static final int NODE_A = 2;
  private static final int NODE_B = 3;
  private static final int THERE = 4;

  /** Bits of the last long. */
  static final int A_IS_THERE = 1;

  static final int B_IS_THERE = 2;

  private final PackedLongs kept = new PackedLongs();
  private final PackedLongs orphans = new PackedLongs();

  /**
   * Sorts out edges.
   *
   * @param edges {@link #WIDTH} longs each: names of the contents, nodes of the contents (any value
   *     where they are gone), and the sum of {@link #A_IS_THERE} and {@link #B_IS_THERE}
   */
  KnownLinks(long[] edges) {
    long[] contents = new long[edges.length / WIDTH * 2];
    for (int i = 0; i < contents.length / 2; i++) {
      contents[2 * i] = edges[i * WIDTH];
      contents[2 * i + 1] = edges[i * WIDTH + 1];
    }
    UnionFind sets = UnionFind.of(contents);
    Set<Long> broken = new HashSet<>();
    for (int at = 0; at < edges.length; at += WIDTH) {
      if (edges[at + THERE] != (A_IS_THERE | B_IS_THERE)) {
        broken.add(sets.componentOf(edges[at]));
      }
    }
    for (int at = 0; at < edges.length; at += WIDTH) {
      if (!broken.contains(sets.componentOf(edges[at]))) {
        kept.add(edges[at + NODE_A]);
        kept.add(edges[at + NODE_B]);
      } else {
        orphan(edges, at, A_IS_THERE, NODE_A);
        orphan(edges, at, B_IS_THERE, NODE_B);
      }
    }
  }

  /** Links between nodes that still hold, two longs each. */
  long[] kept() {
    return kept.toArray();
  }

  /** Nodes that must be searched anew, ascending, each once. */
  long[] orphans() {
    return Arrays.stream(orphans.toArray()).sorted().distinct().toArray();
  }

  private void orphan(long[] edges, int at, int flag, int node) {
    if ((edges[at + THERE] & flag) != 0) {
      orphans.add(edges[at + node]);
    }
  }
}
