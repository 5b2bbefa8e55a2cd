package io.lumina.score;

import java.util.List;
import java.util.TreeSet;

/** The first few of many pairs, by their names. */
final class FirstPairs {

  private final int most;
  private final TreeSet<FilePair> pairs = new TreeSet<>();
  private long count;

  /**
   * None yet.
   *
   * @param most how many to remember; all are counted
   */
  FirstPairs(int most) {
    this.most = most;
  }

  void add(LabelledFile a, LabelledFile b) {
    count++;
    pairs.add(FilePair.of(a, b));
    if (pairs.size() > most) {
      pairs.pollLast();
    }
  }

  long count() {
    return count;
  }

  List<FilePair> pairs() {
    return List.copyOf(pairs);
  }
}
