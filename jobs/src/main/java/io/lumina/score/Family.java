package io.lumina.score;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Files of one family, and which of their pairs were found. */
final class Family {
  private final List<LabelledFile> files = new ArrayList<>();
  private final BitSet found = new BitSet();

  /** Adds a file and says its place. */
  int add(LabelledFile file) {
    files.add(file);
    return files.size() - 1;
  }

  void found(int one, int other) {
    found.set(bit(Math.max(one, other), Math.min(one, other)));
  }

  /** All pairs. */
  void forEach(PairVisitor visitor) {
    for (int high = 1; high < files.size(); high++) {
      for (int low = 0; low < high; low++) {
        visitor.visit(files.get(low), files.get(high), found.get(bit(high, low)));
      }
    }
  }

  /** Pairs in the order of a triangle: (1,0), (2,0), (2,1), (3,0), … */
  private static int bit(int high, int low) {
    return Math.toIntExact((long) high * (high - 1) / 2 + low);
  }

  /** What is done with each pair. */
  interface PairVisitor {
    void visit(LabelledFile a, LabelledFile b, boolean found);
  }
}
