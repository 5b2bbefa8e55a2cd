package io.lumina.cli;

import java.util.Set;
import java.util.concurrent.Callable;

/** Something that goes wrong while a night runs. */
interface Disturbance {

  /** Runs a night and lets it go wrong. */
  Cli.Ended during(Callable<Cli.Ended> night) throws Exception;

  /** How the night may end, beside well when it was over before. */
  Set<Integer> exits();

  /** Whether it came in time. */
  boolean happened();

  /** Tasks that were tried again. */
  default long retries() {
    return 0;
  }
}
