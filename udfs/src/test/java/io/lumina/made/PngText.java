package io.lumina.made;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A small PNG with a text chunk behind its header. */
public final class PngText {
  /** Signature and header. */
  private static final int HEADER = 33;

  private PngText() {}

  /** The file with one text, such as {@code date:create}. */
  public static byte[] of(String key, String text) {
    byte[] plain = MadePicture.of(1, 16, 8).as("png");
    byte[] chunk = ("tEXt" + key + '\0' + text).getBytes(StandardCharsets.ISO_8859_1);
    CRC32 checksum = new CRC32();
    checksum.update(chunk);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(plain, 0, HEADER);
    all.writeBytes(ByteBuffer.allocate(4).putInt(chunk.length - 4).array());
    all.writeBytes(chunk);
    all.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    all.write(plain, HEADER, plain.length - HEADER);
    return all.toByteArray();
  }
}
