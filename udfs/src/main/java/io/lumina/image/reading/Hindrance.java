package io.lumina.image.reading;

import java.util.List;
import java.util.Objects;

/**
 * What kept us from looking at a picture: a limit of ours, or something that this machine lacked.
 * It says nothing of the file, and may be gone at the next try.
 *
 * @param reason one of {@link #REASONS}
 * @param needed the least limit that might do, in the unit of the limit
 * @param limit what was allowed; 0 where there was nothing at all
 * @param detail one line for a person: the value and the limit
 */
public record Hindrance(String reason, long needed, long limit, String detail) {

  /** All reason codes; each is an issue, never a {@link Corruption}. */
  public static final List<String> REASONS =
      List.of(
          CorruptionReason.TOO_MANY_PIXELS,
          CorruptionReason.TOO_MANY_BYTES,
          CorruptionReason.TOO_MANY_SCANS,
          CorruptionReason.DECODE_TOO_LARGE,
          CorruptionReason.OUT_OF_MEMORY,
          CorruptionReason.TIME_LIMIT,
          CorruptionReason.DECODER_UNAVAILABLE,
          CorruptionReason.DECODER_KILLED,
          CorruptionReason.FORMAT_NOT_DECODED,
          CorruptionReason.ANALYSIS_FAILED);

  public Hindrance {
    Objects.requireNonNull(detail, "detail");
    if (!REASONS.contains(reason)) {
      throw new IllegalArgumentException("No hindrance is called '" + reason + "'");
    }
    if (limit < 0 || needed <= limit) {
      throw new IllegalArgumentException(
          "A limit of " + limit + " hinders nothing that needs " + needed);
    }
  }

  /** One that is met where a limit was passed by an amount that nobody knows. */
  public static Hindrance beyond(String reason, long limit, String detail) {
    return new Hindrance(reason, limit + 1, limit, detail);
  }

  /** One that more memory for this JVM might take away. */
  public static Hindrance outOfMemory(String what, Throwable e) {
    return beyond(
        CorruptionReason.OUT_OF_MEMORY, Runtime.getRuntime().maxMemory(), what + ": " + e);
  }

  /** One that lies in this machine or in our program: only another try tells. */
  public static Hindrance ofOurs(String reason, String detail) {
    return beyond(reason, 0, detail);
  }

  public Issue issue() {
    return new Issue(reason, detail);
  }
}
