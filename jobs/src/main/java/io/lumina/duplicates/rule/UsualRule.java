package io.lumina.duplicates.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule that others use, or a step on the way to ours: to be scored beside it, not to group by.
 *
 * @param name as in the decision record
 * @param comparable whether flat and tiny pictures are left out, as in any search here
 * @param test of two fingerprints
 */
public record UsualRule(String name, boolean comparable, Test test) {
  private static final int BITS = 5;
  private static final int WHASH_BITS = 4;
  private static final int PROBE_PDQ = 80;

  /** All of them, the plainest first; distances as in decision 022. */
  public static List<UsualRule> all() {
    Test dhash = (a, b) -> a.distance(b) <= BITS;
    Test match = (a, b) -> a.pdqDistance(b) <= ConsensusRule.PDQ_MATCH;
    Test any =
        (a, b) ->
            a.distance(b) <= BITS
                || bits(a, b, HashFamily.AHASH) <= BITS
                || bits(a, b, HashFamily.WHASH) <= WHASH_BITS;
    Test probe = (a, b) -> any.near(a, b) && a.pdqDistance(b) <= PROBE_PDQ && sameShape(a, b);
    Test quarter =
        (a, b) ->
            any.near(a, b)
                && a.pdqDistance(b) <= ConsensusRule.MAX_PDQ_DISTANCE
                && a.distance(b) <= ConsensusRule.MAX_DHASH_DISTANCE;
    List<UsualRule> rules = new ArrayList<>();
    rules.add(new UsualRule("dhash <= 5", false, dhash));
    rules.add(new UsualRule("dhash <= 5, not flat", true, dhash));
    rules.add(new UsualRule("any of three hashes", false, any));
    rules.add(new UsualRule("any of three hashes, not flat", true, any));
    rules.add(new UsualRule("PDQ <= 31", false, match));
    rules.add(new UsualRule("PDQ <= 31, not flat", true, match));
    rules.add(new UsualRule("any, PDQ <= 80, same shape", true, probe));
    rules.add(
        new UsualRule(
            "any, PDQ <= 64, dhash <= 16, same shape",
            true,
            (a, b) -> quarter.near(a, b) && sameShape(a, b)));
    rules.add(
        new UsualRule(
            "any, PDQ <= 64, dhash <= 16, same shape or PDQ <= 31",
            true,
            (a, b) -> quarter.near(a, b) && (sameShape(a, b) || match.near(a, b))));
    return rules;
  }

  private static int bits(Fingerprint a, Fingerprint b, HashFamily family) {
    return Long.bitCount(a.hash(family) ^ b.hash(family));
  }

  private static boolean sameShape(Fingerprint a, Fingerprint b) {
    return Facts.stretch(Evidence.facts(a.evidence(), 0), Evidence.facts(b.evidence(), 0))
        <= ConsensusRule.MAX_ASPECT_RATIO;
  }

  /** Whether two pictures are near. */
  public interface Test {
    boolean near(Fingerprint a, Fingerprint b);
  }
}
