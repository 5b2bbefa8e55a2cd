package io.lumina.image.structure;

import io.lumina.container.Bytes;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;
import java.util.HashSet;
import java.util.Set;

/** Where the ancillary chunks of a PNG may stand, and how often (ISO/IEC 15948, 5.6). */
final class PngOrder {
  private static final Set<String> BEFORE_PALETTE = Set.of("gAMA", "cHRM", "sRGB", "iCCP", "sBIT");
  private static final Set<String> BEFORE_DATA =
      Set.of("bKGD", "hIST", "tRNS", "pHYs", "sPLT", "pCAL", "sCAL", "oFFs");
  private static final Set<String> ONCE =
      Set.of(
          "PLTE", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "hIST", "tRNS", "pHYs", "tIME",
          "pCAL", "sCAL", "oFFs");

  private final Damage damage;
  private final Set<String> seen = new HashSet<>();

  PngOrder(Damage damage) {
    this.damage = damage;
  }

  void chunk(String type, int at) {
    boolean late =
        (BEFORE_PALETTE.contains(type) && (seen.contains("PLTE") || seen.contains("IDAT")))
            || (BEFORE_DATA.contains(type) && seen.contains("IDAT"));
    if (late) {
      damage.minor(
          CorruptionReason.BROKEN_STRUCTURE,
          "The chunk " + type + " at " + at + " stands too late");
    }
    if (!seen.add(type) && ONCE.contains(type)) {
      damage.minor(
          CorruptionReason.BROKEN_STRUCTURE,
          "The chunk " + type + " at " + at + " is not the first");
    }
  }

  /** A background colour of 8-bit samples stands in 16-bit fields that must stay below 256. */
  void background(Bytes bytes, int at, int length, int depth) {
    for (int i = 0; depth <= 8 && length != 1 && i + 1 < length; i += 2) {
      if (bytes.u16(at + i) >= 1 << depth) {
        damage.minor(
            CorruptionReason.BAD_FIELD,
            "A background of " + bytes.u16(at + i) + " at " + depth + " bits");
        return;
      }
    }
  }
}
