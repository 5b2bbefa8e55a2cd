package io.lumina.organize.layout;

/** What was decided for a unit. */
public enum Outcome {
  /** Under the names that its layout gives; some of its files may be there already. */
  AS_WANTED,
  /** Each of its contents lies there, or another unit of the same plan brings it. */
  ALREADY_THERE,
  /** With a few digits of a checksum behind the stem, since the plain names are taken. */
  SUFFIXED,
  /** With a UUID behind the stem. */
  UUID,
  /** Stays where it is, since the plain names are taken. */
  SKIPPED
}
