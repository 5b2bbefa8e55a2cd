package io.lumina.score;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a labelled file is to the others of its family. */
public enum Level {
  ORIGINAL,
  NEAR,
  COPY,
  METADATA,
  /** The same picture, strongly changed: welcome, not required. */
  HARD,
  /** Another shot of the moment. */
  BURST,
  /** Looks like others and is no duplicate of any. */
  DIFFERENT,
  /** Featureless. */
  FLAT,
  /** A picture without relatives: an empty field. */
  ALONE;

  /** Whether two of one family must be found. */
  boolean mustBeFound() {
    return this == ORIGINAL || this == NEAR || this == COPY || this == METADATA;
  }

  /** The level of a field of a truth file; empty for a word that is none. */
  static Optional<Level> of(String field) {
    return field.isEmpty()
        ? Optional.of(ALONE)
        : Arrays.stream(values())
            .filter(level -> level != ALONE)
            .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(field))
            .findFirst();
  }
}
