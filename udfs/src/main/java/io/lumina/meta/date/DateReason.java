package io.lumina.meta.date;

/** Why a person should look at a capture date. */
public enum DateReason {
  /** More than a day after now. */
  FUTURE,
  /** Before 1990, when hardly any digital camera was sold. */
  PRE_1990,
  /** A date that cameras start with when their clock was never set. */
  CAMERA_DEFAULT,
  /** Another candidate that also speaks of the capture is more than thirty days away. */
  CONFLICT_30D,
  /** Nothing but the file system knows a date. */
  FILESYSTEM_ONLY,
  /** Confidence below 70. */
  LOW_CONFIDENCE,
  /** Exactly midnight: most likely only the day is known. */
  MIDNIGHT
}
