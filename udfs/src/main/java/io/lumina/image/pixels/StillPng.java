package io.lumina.image.pixels;

import io.lumina.container.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Set;

/**
 * A PNG without the chunks that animate it. OpenCV's reader of these chunks trusts them and ends
 * the process on broken ones; what is left is the picture that every other reader shows.
 */
public final class StillPng {
  static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
  private static final Set<String> ANIMATION = Set.of("acTL", "fcTL", "fdAT");

  private StillPng() {}

  /** The same array where nothing has to go, as of whatever is no PNG. */
  public static byte[] of(byte[] content) {
    Bytes bytes = Bytes.bigEndian(content);
    if (!bytes.matches(0, SIGNATURE)) {
      return content;
    }
    ByteArrayOutputStream still = new ByteArrayOutputStream();
    int kept = 0;
    long at = SIGNATURE.length();
    while (bytes.has(at, 8)) {
      long end = Math.min(content.length, at + 12 + bytes.u32(at));
      if (ANIMATION.contains(bytes.latin1(at + 4, 4))) {
        still.write(content, kept, (int) at - kept);
        kept = (int) end;
      }
      at = end;
    }
    if (kept == 0) {
      return content;
    }
    still.write(content, kept, content.length - kept);
    return still.toByteArray();
  }
}
