package io.lumina.hash;

import io.lumina.raster.Raster;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The hashes of what lies inside a frame: of a picture with a border of one grey on two opposite
 * sides or on all four, cut off. A picture and a framed copy of it then have about the same hashes.
 *
 * @param ahash of the inner part
 * @param whash of it
 * @param dhash of it
 * @param pdq of it, 32 bytes; not copied
 */
public record Unframed(long ahash, long whash, long dhash, byte[] pdq) {
  /** Bytes of {@link #bytes}. */
  public static final int BYTES = 3 * Long.BYTES + PdqHash.BYTES;

  /** The inner part of a luma; empty where it has no frame, or nothing to compare inside of it. */
  public static Optional<Unframed> ofLuma(byte[] luma) {
    return Frame.of(Raster.luma(luma)).map(Frame::inner).flatMap(Unframed::of);
  }

  private static Optional<Unframed> of(byte[] inner) {
    PdqHash pdq = Pdq.ofLuma(inner);
    return pdq.isTrusted()
        ? Optional.of(
            new Unframed(
                AverageHash.ofLuma(inner),
                WaveletHash.ofLuma(inner),
                DifferenceHash.ofLuma(inner),
                pdq.bits()))
        : Optional.empty();
  }

  /** For a column. */
  public byte[] bytes() {
    return ByteBuffer.allocate(BYTES).putLong(ahash).putLong(whash).putLong(dhash).put(pdq).array();
  }

  /** What {@link #bytes} was made of. */
  public static Unframed of(ByteBuffer bytes) {
    if (bytes.remaining() != BYTES) {
      throw new IllegalArgumentException(
          "Hashes inside of a frame have %d bytes, not %d".formatted(BYTES, bytes.remaining()));
    }
    long ahash = bytes.getLong();
    long whash = bytes.getLong();
    long dhash = bytes.getLong();
    byte[] pdq = new byte[PdqHash.BYTES];
    bytes.get(pdq);
    return new Unframed(ahash, whash, dhash, pdq);
  }
}
