package io.lumina.image.structure;

import io.lumina.container.Bytes;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;

/** The directory of a Windows icon: its largest picture, and whether all lie inside the file. */
public final class IcoStructure {
  private IcoStructure() {}

  public static Structure of(byte[] content) {
    Bytes bytes = Bytes.littleEndian(content);
    Damage damage = new Damage();
    int width = 0;
    int height = 0;
    int count = bytes.u16(4);
    for (int i = 0; i < count; i++) {
      long entry = 6 + 16L * i;
      long length = bytes.u32(entry + 8);
      long at = bytes.u32(entry + 12);
      if (!bytes.has(entry, 16) || !bytes.has(at, Math.max(1, length))) {
        damage.moderate(
            CorruptionReason.BROKEN_STRUCTURE,
            "Picture " + i + " of " + count + " lies outside of the file");
        break;
      }
      boolean png = bytes.matches(at, "\u0089PNG");
      Bytes big = Bytes.bigEndian(content);
      long wide = png ? big.u32(at + 16) : Math.abs((int) bytes.u32(at + 4));
      long high = png ? big.u32(at + 20) : Math.abs((int) bytes.u32(at + 8)) / 2;
      int announced = bytes.u8(entry) == 0 ? 256 : bytes.u8(entry);
      if (wide > 1024 || high > 1024 || wide == 0 || high == 0) {
        damage.severe(
            CorruptionReason.BROKEN_HEADER,
            "Picture " + i + " of " + wide + "x" + high + ", announced as " + announced);
      } else if (wide * high > (long) width * height) {
        width = (int) wide;
        height = (int) high;
      }
    }
    if (width == 0 && damage.isEmpty()) {
      damage.severe(CorruptionReason.BROKEN_HEADER, "The icon has no picture");
    }
    return new Structure(
        width, height, 8L * width * height, Orientation.UPRIGHT, true, damage.found());
  }
}
