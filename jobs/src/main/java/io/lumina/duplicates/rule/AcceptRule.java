package io.lumina.duplicates.rule;

import java.io.Serializable;
import java.util.List;

/**
 * When two pictures are near duplicates: some hash of {@link #families()} is within its threshold,
 * the evidence confirms, and no {@link Captions} tell them apart. Symmetric. The search links what
 * the evidence confirms; groups, which are formed among what is linked, look at captions too.
 */
public interface AcceptRule extends Serializable {

  /** The hashes that find candidates. */
  List<HashFamily> families();

  /** Bits of difference up to which a hash makes a candidate. */
  int threshold(HashFamily family);

  /** What a comparison of all pairs looks at: {@link #families()}, words of one hash together. */
  default List<WholeHash> wholeHashes() {
    return families().stream().map(family -> new WholeHash(family, 1, threshold(family))).toList();
  }

  /** Whether {@link #confirms} looks at evidence at all. */
  boolean needsEvidence();

  /** Whether turned and mirrored pictures are near too. */
  default boolean comparesTurns() {
    return false;
  }

  /** Whether the evidence at two places agrees. */
  boolean confirms(long[] a, int atA, long[] b, int atB);

  /** Whether {@link #areTwoShots} ever says so. */
  default boolean tellsShotsApart() {
    return false;
  }

  /**
   * Whether the evidence at two places is known to be of two presses of the shutter: then the two
   * never share a group, though both be near a third. Never so for two with the same pixels.
   */
  default boolean areTwoShots(long[] a, int atA, long[] b, int atB) {
    return false;
  }

  /** Whether pictures that differ in their {@link Captions} are not near. */
  default boolean tellsCaptionsApart() {
    return false;
  }

  /**
   * What {@link #confirms} looks at, clause by clause, for explanations: it confirms exactly when
   * all of them hold.
   */
  List<Clause> conditions(long[] a, int atA, long[] b, int atB);

  /** A sentence for the report. */
  String sentence();
}
