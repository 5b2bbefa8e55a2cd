package io.lumina.resolve;

/** Which members of a group may go. */
public enum Policy {
  /** Copies of the same bytes, and others where what is kept is better by far. */
  KEEP_BEST,
  /** Copies of the same bytes only. */
  EXACT_ONLY,
  /** None: groups are listed. */
  REVIEW
}
