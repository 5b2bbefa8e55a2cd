package io.lumina.duplicates.rule;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Bits in which two pictures differ, the second turned to the first where turns are compared.
 *
 * @param hashes of 64 bits, by family; those that a picture is stored with
 * @param pdq of 256; empty where one of the two has none
 */
public record HashDistances(Map<HashFamily, Integer> hashes, OptionalInt pdq) {

  public static HashDistances of(Fingerprint a, Fingerprint b) {
    Map<HashFamily, Integer> hashes = new EnumMap<>(HashFamily.class);
    for (HashFamily family : HashFamily.STORED) {
      hashes.put(family, a.distance(b, family));
    }
    boolean both = hasEvidence(a) && hasEvidence(b);
    return new HashDistances(hashes, both ? OptionalInt.of(a.pdqDistance(b)) : OptionalInt.empty());
  }

  private static boolean hasEvidence(Fingerprint print) {
    return print.evidence() != Evidence.NONE;
  }
}
