package io.lumina.gpu.pairs;

import io.lumina.gpu.HostProgram;
import io.lumina.hash.HashRun;
import io.lumina.hash.PairSearch;

/** The kernel, compiled for the host, without the division into rectangles. */
final class HostPairs implements PairSearch {
  private static final long CAPACITY = 1 << 22;

  private final HostProgram program;

  HostPairs(HostProgram program) {
    this.program = program;
  }

  @Override
  public String name() {
    return "kernel on the host";
  }

  @Override
  public void within(HashRun run, int threshold, PairSink sink) {
    search(run, run, true, threshold, CAPACITY, sink);
  }

  @Override
  public void between(HashRun a, HashRun b, int threshold, PairSink sink) {
    search(a, b, false, threshold, CAPACITY, sink);
  }

  /** The number of pairs found, of which no more than a capacity are told. */
  long search(HashRun a, HashRun b, boolean same, int threshold, long capacity, PairSink sink) {
    program.sendInts(2 * a.width(), a.count(), b.count(), same ? 1 : 0, threshold);
    program.sendLong(capacity);
    program.sendLongs(a.words());
    if (!same) {
      program.sendLongs(b.words());
    }
    program.flush();
    long found = program.receiveLongs(1)[0];
    for (long pair : program.receiveLongs((int) Math.min(capacity, found))) {
      sink.near((int) (pair >>> Integer.SIZE), (int) pair);
    }
    return found;
  }

  @Override
  public void close() {}
}
