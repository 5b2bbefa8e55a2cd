package io.lumina.duplicates.rule;

import java.util.List;

/**
 * A rule for which turned and mirrored copies are near too: it holds of one picture and some turn
 * of the other, or the other way round.
 *
 * @param upright the rule for pictures that lie alike
 */
public record TurnedRule(AcceptRule upright) implements AcceptRule {

  @Override
  public List<HashFamily> families() {
    return upright.families();
  }

  @Override
  public int threshold(HashFamily family) {
    return upright.threshold(family);
  }

  /** Always: a hash alone does not tell a turned picture from another. */
  @Override
  public boolean needsEvidence() {
    return true;
  }

  @Override
  public boolean comparesTurns() {
    return true;
  }

  @Override
  public boolean confirms(long[] a, int atA, long[] b, int atB) {
    return upright.confirms(a, atA, b, atB);
  }

  @Override
  public boolean tellsCaptionsApart() {
    return upright.tellsCaptionsApart();
  }

  @Override
  public boolean tellsShotsApart() {
    return upright.tellsShotsApart();
  }

  @Override
  public boolean areTwoShots(long[] a, int atA, long[] b, int atB) {
    return upright.areTwoShots(a, atA, b, atB);
  }

  @Override
  public List<Clause> conditions(long[] a, int atA, long[] b, int atB) {
    return upright.conditions(a, atA, b, atB);
  }

  @Override
  public String sentence() {
    return upright.sentence() + " Turned and mirrored copies are near as well.";
  }
}
