package io.lumina.cli;

import java.util.Set;
import java.util.concurrent.Callable;

/** Something that goes wrong while a night runs. */
interface Disturbance {

  /** Runs a night and lets it go wrong. */
  Cli.Ended during(Callable<Cli.Ended> night) throws Exception;

  /** Whether it went wrong: a fault may come too late. */
  boolean struck();

  /** How a night may end that was struck, beside well. */
  Set<Integer> exits();

  /** Whether the database is there at the end to be told of it. */
  default boolean leavesDatabase() {
    return true;
  }

  /** Tasks that were tried again. */
  default long retries() {
    return 0;
  }
}
