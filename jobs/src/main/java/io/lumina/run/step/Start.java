package io.lumina.run.step;

/** Where a run begins; decision 054 says what that means. */
public enum Start {
  /** Where the last one came to: contents that were read are known, steps without news pass. */
  RESUME,
  /** At the beginning: every content is read again, every step is done again. */
  FRESH
}
