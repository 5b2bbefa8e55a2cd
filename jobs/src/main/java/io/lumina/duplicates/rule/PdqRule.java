package io.lumina.duplicates.rule;

import java.util.List;

/**
 * The rule of PDQ's authors: a few of its 256 bits differ. (That both pictures are worth comparing,
 * quality 50 and more, holds for whatever is compared.)
 *
 * <p>The hash is searched in four words. Word i finds within {@code floor((bits - i) / 4)} bits:
 * pictures that differ more than that in every word differ in at least {@code bits + 1} bits, so no
 * pair is missed. A word whose share is negative is not searched.
 *
 * @param bits of difference, of 256, that are still near
 */
public record PdqRule(int bits) implements AcceptRule {
  /** The largest threshold that is searched for without misses. */
  public static final int MAX_GUARANTEED = 80;

  @Override
  public List<HashFamily> families() {
    return HashFamily.PDQ_WORDS.stream().filter(word -> threshold(word) >= 0).toList();
  }

  @Override
  public int threshold(HashFamily family) {
    return Math.floorDiv(bits - family.word(), HashFamily.PDQ_WORDS.size());
  }

  @Override
  public List<WholeHash> wholeHashes() {
    return List.of(new WholeHash(HashFamily.PDQ_WORD_0, HashFamily.PDQ_WORDS.size(), bits));
  }

  @Override
  public boolean needsEvidence() {
    return true;
  }

  @Override
  public boolean confirms(long[] a, int atA, long[] b, int atB) {
    return Evidence.pdqDistance(a, atA, b, atB) <= bits
        && Facts.sameVersion(Evidence.facts(a, atA), Evidence.facts(b, atB));
  }

  @Override
  public List<Clause> conditions(long[] a, int atA, long[] b, int atB) {
    boolean same = Facts.sameVersion(Evidence.facts(a, atA), Evidence.facts(b, atB));
    return List.of(
        new Clause("pdq", Evidence.pdqDistance(a, atA, b, atB), bits),
        new Clause("hash version", same ? 0 : 1, 0));
  }

  @Override
  public String sentence() {
    return "Near means PDQ within %d bits of 256.".formatted(bits);
  }
}
