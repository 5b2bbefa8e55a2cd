package io.lumina.udf;

import io.lumina.hash.Hamming;
import io.lumina.hash.HashHex;

/** Different bits of two hashes in hex, as Postgres holds them. */
public class HammingHexUdf extends LuminaUdf2<String, String, Integer> {
  @Override
  protected Integer compute(String a, String b) {
    return Hamming.distance(HashHex.toBytes(a), HashHex.toBytes(b));
  }
}
