package io.lumina.cli;

/** Where a run begins; decision 054 says what that means. */
enum Start {
  /** Where the last one came to: contents that were read are known, steps without news pass. */
  RESUME,
  /** At the beginning: every content is read again, every step is done again. */
  FRESH
}
