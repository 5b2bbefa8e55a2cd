package io.lumina.duplicates.group;

import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.Fingerprint;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;

/** Looks at every free asset: the plain definition, for small components. */
public final class NeighbourScan implements Neighbours {
  private final List<Fingerprint> fingerprints;
  private final BitSet free;
  private final AcceptRule rule;

  public NeighbourScan(List<Fingerprint> fingerprints, BitSet free, AcceptRule rule) {
    this.fingerprints = fingerprints;
    this.free = free;
    this.rule = rule;
  }

  @Override
  public void near(int asset, IntConsumer found) {
    Fingerprint mine = fingerprints.get(asset);
    for (int other = free.nextSetBit(0); other >= 0; other = free.nextSetBit(other + 1)) {
      if (other != asset && mine.near(fingerprints.get(other), rule)) {
        found.accept(other);
      }
    }
  }
}
