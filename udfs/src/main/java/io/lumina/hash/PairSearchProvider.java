package io.lumina.hash;

import java.util.Optional;

/**
 * A faster way to compare all pairs, such as a GPU, found on the class path by {@link
 * java.util.ServiceLoader}.
 */
public interface PairSearchProvider {

  /** Why it cannot be used on this machine, as half a sentence; empty when it can. */
  Optional<String> obstacle();

  /**
   * Takes a device for the calling thread.
   *
   * @param device its number on this machine; where no usable one has it, the usable ones are
   *     counted, after the last again from the first
   * @throws PairSearchException when there is none
   */
  PairSearch open(int device);
}
