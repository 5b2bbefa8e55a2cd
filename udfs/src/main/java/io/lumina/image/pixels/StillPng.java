package io.lumina.image.pixels;

import io.lumina.container.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;

/**
 * A PNG without the chunks that animate it. OpenCV's reader of these chunks trusts them and ends
 * the process on broken ones; what is left is the picture that every other reader shows.
 */
public final class StillPng {
  static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
  private static final Set<String> ANIMATION = Set.of("acTL", "fcTL", "fdAT");

  /** Length, name and checksum. */
  private static final int AROUND = 12;

  /** No picture that fits into memory is cut off within a longer chunk. */
  private static final long MOST_LENGTH = 1L << 28;

  private StillPng() {}

  /**
   * The same array where nothing has to go, as of whatever is no PNG. The length of a chunk that
   * cannot be there is made what is: memory is taken for it before a byte of it is read.
   */
  public static byte[] of(byte[] content) {
    Bytes bytes = Bytes.bigEndian(content);
    if (!bytes.matches(0, SIGNATURE)) {
      return content;
    }
    ByteArrayOutputStream still = new ByteArrayOutputStream();
    int kept = 0;
    long at = SIGNATURE.length();
    while (bytes.has(at, 8)) {
      long length = bytes.u32(at);
      long end = Math.min(content.length, at + AROUND + length);
      if (ANIMATION.contains(bytes.latin1(at + 4, 4))) {
        still.write(content, kept, (int) at - kept);
        kept = (int) end;
      } else if (length > MOST_LENGTH && at + AROUND + length > content.length) {
        still.write(content, kept, (int) at - kept);
        still.writeBytes(
            ByteBuffer.allocate(4).putInt((int) Math.max(0, end - at - AROUND)).array());
        kept = (int) at + 4;
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
