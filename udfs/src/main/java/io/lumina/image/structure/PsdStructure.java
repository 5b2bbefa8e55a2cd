package io.lumina.image.structure;

import io.lumina.container.Bytes;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;

/** The header and the section lengths of a Photoshop document. */
public final class PsdStructure {
  private PsdStructure() {}

  public static Structure of(byte[] content) {
    Bytes bytes = Bytes.bigEndian(content);
    Damage damage = new Damage();
    int version = bytes.u16(4);
    int channels = bytes.u16(12);
    long height = bytes.u32(14);
    long width = bytes.u32(18);
    int depth = bytes.u16(22);
    boolean possible =
        (version == 1 || version == 2)
            && width >= 1
            && height >= 1
            && width <= 300_000
            && height <= 300_000
            && channels >= 1
            && channels <= 56;
    if (!possible) {
      damage.severe(
          CorruptionReason.BROKEN_HEADER,
          "Version %d of %dx%d with %d channels".formatted(version, width, height, channels));
      return Structure.broken(damage.found().get(0));
    }
    long at = 26;
    for (int section = 0; section < 3; section++) {
      boolean wide = version == 2 && section == 2;
      long length = wide ? bytes.s64(at) : bytes.u32(at);
      at += (wide ? 8 : 4) + Math.max(0, Math.min(length, Integer.MAX_VALUE));
      if (!bytes.has(at, 2)) {
        damage.minor(
            CorruptionReason.TRUNCATED,
            "Section " + section + " reaches beyond the end of the file");
        break;
      }
    }
    long decoded = width * height * Math.min(channels, 4) * Math.max(1, depth / 8);
    return new Structure(
        (int) width, (int) height, decoded, Orientation.UPRIGHT, channels > 3, damage.found());
  }
}
