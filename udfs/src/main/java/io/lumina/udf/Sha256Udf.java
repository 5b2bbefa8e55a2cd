package io.lumina.udf;

import io.lumina.hash.Sha256;

/** SHA-256 of bytes as 64 hex digits. */
public class Sha256Udf extends LuminaUdf1<byte[], String> {
  @Override
  protected String compute(byte[] content) {
    return Sha256.of(content);
  }
}
