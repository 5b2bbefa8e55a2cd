package io.lumina.duplicates;

/** What two pictures are that look alike, but were taken at different seconds. */
public enum OtherShots {
  /** Two pictures: no duplicates, unless they are alike to the last detail. */
  APART,

  /** Duplicates, as far as the hashes agree. */
  TOGETHER
}
