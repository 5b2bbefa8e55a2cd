package io.lumina.duplicates.variant;

import io.lumina.duplicates.rule.AcceptRule;
import io.lumina.duplicates.rule.ConsensusRule;
import io.lumina.duplicates.rule.Evidence;
import io.lumina.duplicates.rule.Facts;
import io.lumina.duplicates.rule.Turn;
import io.lumina.duplicates.rule.VariantKind;
import java.io.Serializable;
import java.util.Optional;

/**
 * When one picture is another one turned, or has a frame around it. Decision 124 holds the
 * measurement.
 *
 * @param near the rule of duplicates: what it holds for two shots is no variant
 */
public record VariantRule(AcceptRule near) implements Serializable {
  /** Bits in which average hashes may differ. */
  static final int MAX_AHASH = 4;

  /** Bits in which wavelet hashes may differ. */
  static final int MAX_WHASH = 6;

  /** Bits of 256 in which the PDQ hashes of turned pictures may differ. */
  static final int MAX_TURNED_PDQ = 40;

  /** The same where one of them is the inside of a frame. */
  static final int MAX_FRAMED_PDQ = 40;

  private static final Turn[] TURNS = Turn.values();

  /** What a pair of records is; empty for most. Of one picture and itself nothing is said. */
  Optional<Found> of(long[] a, long[] b) {
    if (a[VariantRecord.NODE] == b[VariantRecord.NODE]
        || near.areTwoShots(a, VariantRecord.EVIDENCE, b, VariantRecord.EVIDENCE)) {
      return Optional.empty();
    }
    boolean whole =
        a[VariantRecord.SIDE] == VariantRecord.WHOLE
            && b[VariantRecord.SIDE] == VariantRecord.WHOLE;
    return whole ? turned(a, b) : framed(a, b);
  }

  private static Optional<Found> framed(long[] a, long[] b) {
    int pdq = Evidence.pdqDistance(a, VariantRecord.EVIDENCE, b, VariantRecord.EVIDENCE);
    return isAlike(a, b, Turn.NONE) && pdq <= MAX_FRAMED_PDQ
        ? Optional.of(new Found(VariantKind.FRAMED, Turn.NONE, pdq))
        : Optional.empty();
  }

  private static Optional<Found> turned(long[] a, long[] b) {
    // What looks the same upright is a duplicate, or was told apart for other reasons.
    if (Evidence.pdqDistance(a, VariantRecord.EVIDENCE, b, VariantRecord.EVIDENCE)
            <= ConsensusRule.MAX_PDQ_DISTANCE
        || !Facts.sameShape(
            Evidence.facts(a, VariantRecord.EVIDENCE), Evidence.facts(b, VariantRecord.EVIDENCE))) {
      return Optional.empty();
    }
    Optional<Found> nearest = Optional.empty();
    int least = MAX_TURNED_PDQ + 1;
    for (int turn = 1; turn < TURNS.length; turn++) {
      if (isAlike(a, b, TURNS[turn])) {
        long[] turned = TurnedPdq.of(TURNS[turn], b, VariantRecord.EVIDENCE);
        int pdq = Evidence.pdqDistance(a, VariantRecord.EVIDENCE, turned, 0);
        if (pdq < least) {
          least = pdq;
          nearest = Optional.of(new Found(VariantKind.TURNED, TURNS[turn].inverse(), pdq));
        }
      }
    }
    return nearest;
  }

  private static boolean isAlike(long[] a, long[] b, Turn turn) {
    return Long.bitCount(a[VariantRecord.AHASH] ^ turn.ofCells(b[VariantRecord.AHASH])) <= MAX_AHASH
        && Long.bitCount(a[VariantRecord.WHASH] ^ turn.ofCells(b[VariantRecord.WHASH]))
            <= MAX_WHASH;
  }

  /**
   * What was found.
   *
   * @param kind turned or framed
   * @param turn that makes the second of the first
   * @param distance bits of PDQ
   */
  record Found(VariantKind kind, Turn turn, int distance) {

    /** The same, the other way round. */
    Found back() {
      return new Found(kind, turn.inverse(), distance);
    }

    /** What the second is of the first. */
    String sentence() {
      return kind == VariantKind.TURNED
          ? "The same picture, %s: %d of 256 bits of PDQ differ.".formatted(turn.words(), distance)
          : "The same picture with another border: %d of 256 bits of PDQ differ inside of it."
              .formatted(distance);
    }
  }
}
