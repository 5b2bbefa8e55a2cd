package io.lumina.hash;

/** Which algorithms made a stored hash. Hashes of different versions are never compared. */
public final class HashVersion {
  /** Goes up by one whenever any bit of any hash of the same luma changes, or a hash is added. */
  public static final int ALGO_VERSION = 3;

  private HashVersion() {}
}
