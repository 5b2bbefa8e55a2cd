package io.lumina.scan.compare;

import java.util.Locale;

/** What happened to a file since the last listing. */
public enum Change {
  /** A path that the catalog did not know. */
  NEW,
  /** Another size or modification time. */
  CHANGED,
  /** The same size and time, which others have too, and one of these came or went. */
  DOUBTED,
  /** The same name, size and time at another place. */
  MOVED,
  /** It was missing and is there again, the same as before. */
  BACK,
  /** It was there and is not. */
  MISSING,
  /** It was missing before. */
  STILL_MISSING,
  /** It was there, and now its folder could not be listed. */
  UNKNOWN,
  /** The same file with other sidecars, under another source or of another role. */
  RELINKED,
  UNCHANGED;

  /** The name in a report, such as still_missing. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
