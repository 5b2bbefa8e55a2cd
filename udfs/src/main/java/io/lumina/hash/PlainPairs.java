package io.lumina.hash;

/** Compares all pairs on the CPU: the oracle of every faster search. */
public final class PlainPairs implements PairSearch {

  @Override
  public String name() {
    return "CPU";
  }

  @Override
  public void within(HashRun run, int threshold, PairSink sink) {
    for (int a = 0; a < run.count(); a++) {
      row(run, a, run, a + 1, threshold, sink);
    }
  }

  @Override
  public void between(HashRun a, HashRun b, int threshold, PairSink sink) {
    for (int i = 0; i < a.count(); i++) {
      row(a, i, b, 0, threshold, sink);
    }
  }

  @Override
  public void close() {}

  /** One hash beside all others from a place on. */
  private static void row(HashRun a, int i, HashRun b, int from, int threshold, PairSink sink) {
    if (a.width() > 1) {
      for (int j = from; j < b.count(); j++) {
        if (a.distance(i, b, j) <= threshold) {
          sink.near(i, j);
        }
      }
      return;
    }
    long mine = a.words()[i];
    long[] others = b.words();
    for (int j = from; j < others.length; j++) {
      if (Long.bitCount(mine ^ others[j]) <= threshold) {
        sink.near(i, j);
      }
    }
  }
}
