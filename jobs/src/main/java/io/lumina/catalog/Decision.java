package io.lumina.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a person said about contents; it survives every run.
 *
 * @param kind not_duplicate (these are no copies of one another), keep or reject
 * @param checksums the contents it speaks of, 64 hex digits each
 * @param actor who decided
 * @param createdAt when
 */
public record Decision(String kind, List<String> checksums, String actor, Instant createdAt) {
  /** These contents are different pictures. */
  public static final String NOT_DUPLICATE = "not_duplicate";

  /** This content stays, whatever the pick says. */
  public static final String KEEP = "keep";

  /** This content may go. */
  public static final String REJECT = "reject";

  public Decision {
    Objects.requireNonNull(kind, "kind");
    checksums = List.copyOf(checksums);
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(createdAt, "createdAt");
  }
}
