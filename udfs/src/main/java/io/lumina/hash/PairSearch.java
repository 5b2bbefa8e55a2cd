package io.lumina.hash;

/**
 * Finds the near pairs of hashes by comparing every one with every other: exact by definition. For
 * one thread.
 */
public interface PairSearch extends AutoCloseable {

  /** Who compares, for a person. */
  String name();

  /**
   * Tells of each pair of one run within a distance, once, the lower index first, in any order.
   *
   * @param threshold bits
   * @throws PairSearchException when the search cannot go on; some pairs may have been told
   */
  void within(HashRun run, int threshold, PairSink sink);

  /** The same of each hash of one run and each of another; both of one length. */
  void between(HashRun a, HashRun b, int threshold, PairSink sink);

  @Override
  void close();

  /** Is told of near pairs. */
  interface PairSink {
    void near(int a, int b);
  }
}
