package io.lumina.meta;

/** The size of a GIMP picture. */
final class GimpSize {
  private GimpSize() {}

  static boolean matches(byte[] content) {
    return content.length > 22 && Bytes.startsWith(content, 0, "gimp xcf ");
  }

  static void read(byte[] content, Findings found) {
    found.size(Bytes.u32(content, 14), Bytes.u32(content, 18));
  }
}
