package io.lumina.duplicates.search;

import io.lumina.duplicates.rule.Fingerprint;

/**
 * Two contents that are near.
 *
 * @param a the lower checksum
 * @param b the higher checksum
 * @param distance bits of difference of the difference hashes, the second turned to the first
 * @param pdqDistance bits of difference of the PDQ hashes, likewise
 */
public record ContentPair(String a, String b, int distance, int pdqDistance) {

  public static ContentPair of(
      String one, Fingerprint print, String other, Fingerprint otherPrint) {
    if (one.compareTo(other) > 0) {
      return of(other, otherPrint, one, print);
    }
    return new ContentPair(one, other, print.distance(otherPrint), print.pdqDistance(otherPrint));
  }
}
