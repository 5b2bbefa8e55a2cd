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
      for (int b = a + 1; b < run.count(); b++) {
        if (run.distance(a, run, b) <= threshold) {
          sink.near(a, b);
        }
      }
    }
  }

  @Override
  public void between(HashRun a, HashRun b, int threshold, PairSink sink) {
    for (int i = 0; i < a.count(); i++) {
      for (int j = 0; j < b.count(); j++) {
        if (a.distance(i, b, j) <= threshold) {
          sink.near(i, j);
        }
      }
    }
  }

  @Override
  public void close() {}
}
