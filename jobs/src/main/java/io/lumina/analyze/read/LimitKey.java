package io.lumina.analyze.read;

import io.lumina.image.reading.CorruptionReason;

/** The keys of the configuration whose limits hinder us. */
final class LimitKey {
  private LimitKey() {}

  /** What a person can change, to stand behind a detail; empty where no key helps. */
  static String hint(String reason) {
    return switch (reason) {
      case CorruptionReason.TOO_MANY_PIXELS -> " (analyze.max-pixels)";
      case CorruptionReason.TOO_MANY_BYTES ->
          " (the least of analyze.max-bytes-in-memory and a third of the heap)";
      case CorruptionReason.DECODE_TOO_LARGE -> " (analyze.decode-memory)";
      case CorruptionReason.TIME_LIMIT -> " (analyze.time-per-file)";
      default -> "";
    };
  }
}
