package io.lumina.made;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Bytes that are put together, little or big end first. */
public final class MadeBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final boolean bigEndian;

  private MadeBytes(boolean bigEndian) {
    this.bigEndian = bigEndian;
  }

  public static MadeBytes big() {
    return new MadeBytes(true);
  }

  public static MadeBytes little() {
    return new MadeBytes(false);
  }

  /** The lowest bytes of a number. */
  public MadeBytes number(long value, int length) {
    for (int i = 0; i < length; i++) {
      bytes.write((int) (value >> 8 * (bigEndian ? length - 1 - i : i)));
    }
    return this;
  }

  public MadeBytes u8(long value) {
    return number(value, 1);
  }

  public MadeBytes u16(long value) {
    return number(value, 2);
  }

  /** Numbers of four bytes each. */
  public MadeBytes u32(long... values) {
    for (long value : values) {
      number(value, 4);
    }
    return this;
  }

  public MadeBytes u64(long value) {
    return number(value, 8);
  }

  /** Each character as one byte. */
  public MadeBytes text(String latin1) {
    return add(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  public MadeBytes add(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  public MadeBytes zeros(int count) {
    return add(new byte[count]);
  }

  public int length() {
    return bytes.size();
  }

  public byte[] done() {
    return bytes.toByteArray();
  }

  /** A box of an ISO or QuickTime file. */
  public static byte[] box(String type, byte[]... parts) {
    MadeBytes content = big();
    for (byte[] part : parts) {
      content.add(part);
    }
    return big().u32(8 + content.length()).text(type).add(content.done()).done();
  }

  /** A box of what was put together. */
  public static byte[] box(String type, MadeBytes content) {
    return box(type, content.done());
  }

  /** A chunk of a PNG. */
  public static byte[] chunk(String type, byte[] content) {
    byte[] named = big().text(type).add(content).done();
    CRC32 sum = new CRC32();
    sum.update(named);
    return big().u32(content.length).add(named).u32(sum.getValue()).done();
  }
}
