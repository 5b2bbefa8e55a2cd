package io.lumina.analyze.identity;

import java.util.Objects;

/**
 * A file that a content lies in, or lay in: one that wants an id, or one whose id may go elsewhere.
 *
 * @param kind what it is to the content
 * @param path of the file
 * @param isPresent whether it is there
 * @param modified modification time in milliseconds; 0 when nobody knows that of this content
 * @param since the scan that saw it come, change or vanish; empty when it vanished before
 * @param id of the picture at the path
 * @param firstSeen the run that found this picture
 */
record Claim(
    Kind kind,
    String path,
    boolean isPresent,
    long modified,
    String since,
    String id,
    String firstSeen) {

  /** What a file is to a content. */
  enum Kind {
    /** The content lies there, and its id belongs to another content or to none. */
    WANTS,
    /** Its id belongs to the content, which does not lie there any more. */
    LEFT,
    /** It lies there, and its id belongs to it. */
    HOLDS,
    /** Its id belongs to the content, and what lies there could not be read. */
    WAITS,
    /** What lies there could not be read, and has the size of the content. */
    MAY_HOLD
  }

  Claim {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(since, "since");
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
