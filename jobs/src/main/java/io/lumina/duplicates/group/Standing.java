package io.lumina.duplicates.group;

/** What people said of a file, the preferred first. */
public enum Standing {
  /** It stays: someone decided to keep its content, or selected it. */
  CHOSEN,

  /** Nothing that concerns duplicates. */
  USUAL,

  /** Someone put it in the archive: a file that is in use is preferred. */
  ARCHIVED,

  /** Someone does not want it: it is the pick only where nothing else is there. */
  REJECTED
}
