package io.lumina.duplicates;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Bits in which two pictures differ.
 *
 * @param hashes of 64 bits, by family
 * @param pdq of 256; empty where one of the two has none
 */
public record HashDistances(Map<HashFamily, Integer> hashes, OptionalInt pdq) {

  static HashDistances of(Fingerprint a, Fingerprint b) {
    Map<HashFamily, Integer> hashes = new EnumMap<>(HashFamily.class);
    for (HashFamily family : HashFamily.values()) {
      hashes.put(family, Long.bitCount(a.hash(family) ^ b.hash(family)));
    }
    boolean both = hasEvidence(a) && hasEvidence(b);
    return new HashDistances(hashes, both ? OptionalInt.of(a.pdqDistance(b)) : OptionalInt.empty());
  }

  private static boolean hasEvidence(Fingerprint print) {
    return print.evidence() != Evidence.NONE;
  }
}
