package io.lumina.duplicates.group;

import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.Fingerprint;
import io.lumina.duplicates.search.plan.SearchPass;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;

/** Finds the free assets near one asset. */
public interface Neighbours {

  /** Up to here looking at every asset is cheaper than an index. */
  int SCAN_UP_TO = 256;

  /** By whichever way is cheaper for so many. */
  static Neighbours of(
      List<Fingerprint> fingerprints, BitSet free, AcceptRule rule, List<SearchPass> passes) {
    return fingerprints.size() <= SCAN_UP_TO
        ? new NeighbourScan(fingerprints, free, rule)
        : new NeighbourIndex(fingerprints, free, rule, passes);
  }

  /** Calls back once for each free asset that the rule accepts beside the given one. */
  void near(int asset, IntConsumer found);
}
