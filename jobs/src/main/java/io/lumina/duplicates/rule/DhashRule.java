package io.lumina.duplicates.rule;

import java.util.List;

/**
 * The plain threshold on the difference hash.
 *
 * @param bits of difference that are still near
 */
public record DhashRule(int bits) implements AcceptRule {

  @Override
  public List<HashFamily> families() {
    return List.of(HashFamily.DHASH);
  }

  @Override
  public int threshold(HashFamily family) {
    return bits;
  }

  @Override
  public boolean needsEvidence() {
    return false;
  }

  @Override
  public boolean confirms(long[] a, int atA, long[] b, int atB) {
    return true;
  }

  @Override
  public List<Clause> conditions(long[] a, int atA, long[] b, int atB) {
    return List.of();
  }

  @Override
  public String sentence() {
    return "Near means a difference hash within %d bits of 64.".formatted(bits);
  }
}
