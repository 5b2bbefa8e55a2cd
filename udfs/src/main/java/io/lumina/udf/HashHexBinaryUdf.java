package io.lumina.udf;

import io.lumina.hash.HashHex;

/** A binary hash as hex digits. */
public class HashHexBinaryUdf extends LuminaUdf1<byte[], String> {
  @Override
  protected String compute(byte[] hash) {
    return HashHex.of(hash);
  }
}
