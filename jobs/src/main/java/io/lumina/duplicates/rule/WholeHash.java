package io.lumina.duplicates.rule;

import java.io.Serializable;
import java.util.Objects;

/**
 * A hash that a comparison of all pairs looks at as one, however many words the bands search it by.
 *
 * @param sortedBy its first word: equal hashes have equal ones
 * @param words of 64 bits: 1, or 4 for PDQ
 * @param threshold bits of all its words up to which two pictures are a candidate
 */
public record WholeHash(HashFamily sortedBy, int words, int threshold) implements Serializable {

  public WholeHash {
    Objects.requireNonNull(sortedBy, "sortedBy");
    if (words != 1 && words != HashFamily.PDQ_WORDS.size()) {
      throw new IllegalArgumentException("A hash has 1 or 4 words, not " + words);
    }
  }

  /** The name in reports. */
  public String label() {
    return words == 1 ? sortedBy.label() : sortedBy.source();
  }
}
