package io.lumina.duplicates.rule;

import java.util.List;

/**
 * A rule that is blind to captions: what it accepts and the rule itself does not differs in its
 * {@link Captions} alone.
 *
 * @param rule the rule itself
 */
public record UncaptionedRule(AcceptRule rule) implements AcceptRule {

  @Override
  public List<HashFamily> families() {
    return rule.families();
  }

  @Override
  public int threshold(HashFamily family) {
    return rule.threshold(family);
  }

  @Override
  public boolean needsEvidence() {
    return rule.needsEvidence();
  }

  @Override
  public boolean comparesTurns() {
    return rule.comparesTurns();
  }

  @Override
  public boolean confirms(long[] a, int atA, long[] b, int atB) {
    return rule.confirms(a, atA, b, atB);
  }

  @Override
  public boolean tellsCaptionsApart() {
    return false;
  }

  @Override
  public List<Clause> conditions(long[] a, int atA, long[] b, int atB) {
    return rule.conditions(a, atA, b, atB);
  }

  @Override
  public String sentence() {
    return rule.sentence();
  }
}
