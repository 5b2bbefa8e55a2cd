package io.lumina.duplicates;

import java.util.function.IntConsumer;

/** Finds the free assets near one asset. */
interface Neighbours {

  /** Calls back once for each free asset that the rule accepts beside the given one. */
  void near(int asset, IntConsumer found);
}
