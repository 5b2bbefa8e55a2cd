package io.lumina.duplicates;

/**
 * Two contents that are near.
 *
 * @param a the lower checksum
 * @param b the higher checksum
 * @param distance bits of difference of the difference hashes
 * @param pdqDistance bits of difference of the PDQ hashes
 */
record ContentPair(String a, String b, int distance, int pdqDistance) {

  static ContentPair of(String one, Fingerprint print, String other, Fingerprint otherPrint) {
    boolean ordered = one.compareTo(other) < 0;
    return new ContentPair(
        ordered ? one : other,
        ordered ? other : one,
        print.distance(otherPrint),
        print.pdqDistance(otherPrint));
  }
}
