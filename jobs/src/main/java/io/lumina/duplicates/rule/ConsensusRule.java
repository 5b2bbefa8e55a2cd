package io.lumina.duplicates.rule;

import io.lumina.hash.PdqHash;
import io.lumina.hash.StripHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One of three hashes finds a pair, and the others do not object: PDQ and the difference hash agree
 * in three quarters of their bits, and the shape is the same unless PDQ matches by its own rule.
 * Decision 022 holds the measurement.
 *
 * @param bits of difference up to which difference and average hash find
 * @param otherShots what becomes of pictures that were taken at different moments
 */
public record ConsensusRule(int bits, OtherShots otherShots) implements AcceptRule {
  private static final String NEAR =
      "Near means dhash or ahash within %d bits or whash within %d, confirmed by PDQ"
          + " within %d of 256 and dhash within %d of 64, and by aspect ratios within %.0f %%"
          + " unless PDQ is within %d. One picture with two texts is two pictures: where %d"
          + " of %d strips differ in a tenth of their bits at most, none may differ in more"
          + " than %d.";

  private static final String CLOCKS =
      " Pictures whose clocks differ (by a fraction of a second where both have one) are different"
          + " pictures, unless their pixels are the same, or one camera's clock was set to another"
          + " zone: quarter hours apart, up to 26 hours, with equal fractions of a second or none."
          + " A group believes that only with fractions and PDQ within %d, or where the same pixels"
          + " bear both times.";

  /** PDQ bits of difference, of 256, that still confirm. */
  public static final int MAX_PDQ_DISTANCE = 64;

  /** Difference-hash bits, of 64, that still confirm. */
  public static final int MAX_DHASH_DISTANCE = 16;

  /** How far two aspect ratios may lie apart: the larger is at most so many times the smaller. */
  public static final double MAX_ASPECT_RATIO = 1.06;

  /** PDQ bits up to which its authors speak of a match: then the shape does not matter. */
  public static final int PDQ_MATCH = PdqHash.MATCH_DISTANCE;

  public ConsensusRule {
    Objects.requireNonNull(otherShots, "otherShots");
  }

  @Override
  public List<HashFamily> families() {
    return List.of(HashFamily.DHASH, HashFamily.AHASH, HashFamily.WHASH);
  }

  /** The wavelet hash scatters less, and finds one bit closer. */
  @Override
  public int threshold(HashFamily family) {
    return family == HashFamily.WHASH ? Math.max(Math.min(bits, 1), bits - 1) : bits;
  }

  @Override
  public boolean needsEvidence() {
    return true;
  }

  @Override
  public boolean confirms(long[] a, int atA, long[] b, int atB) {
    int pdq = Evidence.pdqDistance(a, atA, b, atB);
    if (pdq > MAX_PDQ_DISTANCE
        || Evidence.dhashDistance(a, atA, b, atB) > Math.max(bits, MAX_DHASH_DISTANCE)) {
      return false;
    }
    long factsA = Evidence.facts(a, atA);
    long factsB = Evidence.facts(b, atB);
    return Facts.sameVersion(factsA, factsB)
        && (pdq <= PDQ_MATCH || Facts.stretch(factsA, factsB) <= MAX_ASPECT_RATIO)
        && !isOtherShot(a, atA, b, atB);
  }

  @Override
  public boolean tellsCaptionsApart() {
    return true;
  }

  @Override
  public boolean tellsShotsApart() {
    return otherShots == OtherShots.APART;
  }

  /**
   * The clocks differ, and neither is that only a tag (the pixels are the same), nor was one clock
   * set to another zone: that takes the same known fraction of a second and a match by PDQ.
   */
  @Override
  public boolean areTwoShots(long[] a, int atA, long[] b, int atB) {
    return clocksDiffer(a, atA, b, atB)
        && !(mayBeOtherZone(a, atA, b, atB)
            && Moment.hasFraction(Evidence.moment(a, atA))
            && Evidence.pdqDistance(a, atA, b, atB) <= PDQ_MATCH);
  }

  /** Without fractions a pair may be of two zones; whether it is, its group has to prove. */
  private boolean isOtherShot(long[] a, int atA, long[] b, int atB) {
    return clocksDiffer(a, atA, b, atB) && !mayBeOtherZone(a, atA, b, atB);
  }

  private boolean clocksDiffer(long[] a, int atA, long[] b, int atB) {
    return tellsShotsApart()
        && Moment.differ(Evidence.moment(a, atA), Evidence.moment(b, atB))
        && !Evidence.samePixels(a, atA, b, atB);
  }

  private static boolean mayBeOtherZone(long[] a, int atA, long[] b, int atB) {
    return Moment.isOtherZone(Evidence.moment(a, atA), Evidence.moment(b, atB))
        && Facts.mayBeOneCamera(Evidence.facts(a, atA), Evidence.facts(b, atB));
  }

  @Override
  public List<Clause> conditions(long[] a, int atA, long[] b, int atB) {
    int pdq = Evidence.pdqDistance(a, atA, b, atB);
    int dhash = Evidence.dhashDistance(a, atA, b, atB);
    long factsA = Evidence.facts(a, atA);
    long factsB = Evidence.facts(b, atB);
    List<Clause> clauses = new ArrayList<>();
    clauses.add(new Clause("pdq", pdq, MAX_PDQ_DISTANCE));
    clauses.add(new Clause("dhash", dhash, Math.max(bits, MAX_DHASH_DISTANCE)));
    clauses.add(new Clause("hash version", Facts.sameVersion(factsA, factsB) ? 0 : 1, 0));
    if (pdq > PDQ_MATCH) {
      clauses.add(new Clause("aspect ratio", Facts.stretch(factsA, factsB), MAX_ASPECT_RATIO));
    }
    double apart = Moment.secondsApart(Evidence.moment(a, atA), Evidence.moment(b, atB));
    clauses.add(new Clause(Clause.SECONDS_APART, isOtherShot(a, atA, b, atB) ? apart : 0, 0));
    return clauses;
  }

  @Override
  public String sentence() {
    String sentence =
        NEAR.formatted(
            bits,
            threshold(HashFamily.WHASH),
            MAX_PDQ_DISTANCE,
            Math.max(bits, MAX_DHASH_DISTANCE),
            100 * (MAX_ASPECT_RATIO - 1),
            PDQ_MATCH,
            Captions.ALIKE_STRIPS,
            StripHash.WORDS,
            Captions.MAX_DISTANCE);
    return otherShots == OtherShots.TOGETHER ? sentence : sentence + CLOCKS.formatted(PDQ_MATCH);
  }
}
