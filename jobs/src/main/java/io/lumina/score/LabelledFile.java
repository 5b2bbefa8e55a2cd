package io.lumina.score;

import java.util.Objects;

/**
 * One line of a truth file.
 *
 * @param file path as the truth file writes it, with forward slashes
 * @param family files of one family show one moment; empty for none
 * @param level what it is to the others of its family
 * @param transform what was done to it; may be empty
 * @param confusable pictures of one such name look alike without being duplicates; may be empty
 */
public record LabelledFile(
    String file, String family, Level level, String transform, String confusable) {

  public LabelledFile {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(transform, "transform");
    Objects.requireNonNull(confusable, "confusable");
    if (file.isEmpty()) {
      throw new IllegalArgumentException("A label needs the name of a file");
    }
  }

  /** A label without transform, family of pictures that look alike. */
  LabelledFile(String file, String family, Level level) {
    this(file, family, level, "", "");
  }

  boolean sameFamily(LabelledFile other) {
    return !family.isEmpty() && family.equals(other.family);
  }

  boolean confusableWith(LabelledFile other) {
    return !confusable.isEmpty() && confusable.equals(other.confusable);
  }
}
