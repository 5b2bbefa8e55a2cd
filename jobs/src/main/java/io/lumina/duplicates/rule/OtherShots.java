package io.lumina.duplicates.rule;

/** What two pictures are that look alike, but were taken at different moments. */
public enum OtherShots {
  /** Two pictures: no duplicates, unless their pixels are the same. */
  APART,

  /** Duplicates, as far as the hashes agree. */
  TOGETHER
}
