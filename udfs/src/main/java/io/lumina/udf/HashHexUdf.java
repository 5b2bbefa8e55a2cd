package io.lumina.udf;

import io.lumina.hash.HashHex;

/** A 64-bit hash as 16 hex digits. */
public class HashHexUdf extends LuminaUdf1<Long, String> {
  @Override
  protected String compute(Long hash) {
    return HashHex.of(hash);
  }
}
