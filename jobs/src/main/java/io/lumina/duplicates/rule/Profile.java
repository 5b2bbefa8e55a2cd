package io.lumina.duplicates.rule;

import java.util.Locale;

/** Which rule accepts a candidate pair. */
public enum Profile {
  /** Any of three hashes finds, the 256-bit hash and the aspect ratio confirm. */
  CONSENSUS,
  /** The plain threshold on the difference hash. */
  DHASH,
  /** The plain threshold on the 256-bit hash. */
  PDQ;

  /** The name in configuration and reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
