package io.lumina.duplicates;

import java.util.Arrays;

/**
 * The hashes of one picture.
 *
 * @param hashes by ordinal of the {@link HashFamily#STORED}
 * @param evidence {@link Evidence}; zeros where the rule needs none
 */
record Fingerprint(long[] hashes, long[] evidence) {

  long hash(HashFamily family) {
    return family.isWord() ? evidence[family.word()] : hashes[family.ordinal()];
  }

  /** Bits of difference of the difference hashes. */
  int distance(Fingerprint other) {
    return Long.bitCount(hash(HashFamily.DHASH) ^ other.hash(HashFamily.DHASH));
  }

  /** Bits of difference of the PDQ hashes. */
  int pdqDistance(Fingerprint other) {
    return Evidence.pdqDistance(evidence, 0, other.evidence, 0);
  }

  /** The plain definition of a near pair. */
  boolean near(Fingerprint other, AcceptRule rule) {
    for (HashFamily family : rule.families()) {
      if (Long.bitCount(hash(family) ^ other.hash(family)) <= rule.threshold(family)) {
        return rule.confirms(evidence, 0, other.evidence, 0);
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Fingerprint other
        && Arrays.equals(hashes, other.hashes)
        && Arrays.equals(evidence, other.evidence);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(hashes) + Arrays.hashCode(evidence);
  }
}
