package io.lumina.report.model;

import java.util.List;
import java.util.Objects;

/**
 * All pairs of pictures that show the same, one of them changed, and the pictures of which there
 * are most.
 *
 * @param pairs how many pairs there are
 * @param shown some of them, by picture
 */
public record Variants(long pairs, List<Family> shown) {
  /** Without any. */
  public static final Variants NONE = new Variants(0, List.of());

  public Variants {
    shown = List.copyOf(shown);
  }

  /** Pairs that are shown. */
  public long shownPairs() {
    return shown.stream().mapToLong(family -> family.variants().size()).sum();
  }

  /**
   * A picture and what was made of it.
   *
   * @param picture the better one
   * @param variants as many as are shown, at least one
   */
  public record Family(Picture picture, List<Variant> variants) {
    public Family {
      Objects.requireNonNull(picture, "picture");
      variants = List.copyOf(variants);
      if (variants.isEmpty()) {
        throw new IllegalArgumentException(picture.sourcePath() + " has no variant to show");
      }
    }
  }

  /**
   * One that shows the same.
   *
   * @param picture the file
   * @param kind captioned, turned or framed
   * @param explanation one sentence
   */
  public record Variant(Picture picture, String kind, String explanation) {
    public Variant {
      Objects.requireNonNull(picture, "picture");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(explanation, "explanation");
    }
  }
}
