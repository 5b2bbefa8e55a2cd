package io.lumina.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNGs of one colour, for what no sample shows. */
final class TinyPng {
  private TinyPng() {}

  static byte[] rgba(int width, int height, int argb) {
    ByteBuffer pixels = ByteBuffer.allocate(height * (1 + 4 * width));
    for (int y = 0; y < height; y++) {
      pixels.put((byte) 0);
      for (int x = 0; x < width; x++) {
        pixels.putInt(argb << 8 | argb >>> 24);
      }
    }
    return png(width, height, 8, 6, pixels.array());
  }

  static byte[] grey16(int width, int height, int value) {
    ByteBuffer pixels = ByteBuffer.allocate(height * (1 + 2 * width));
    for (int y = 0; y < height; y++) {
      pixels.put((byte) 0);
      for (int x = 0; x < width; x++) {
        pixels.putShort((short) value);
      }
    }
    return png(width, height, 16, 0, pixels.array());
  }

  private static byte[] png(int width, int height, int depth, int colour, byte[] rows) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) depth).put((byte) colour);
    Deflater deflater = new Deflater();
    deflater.setInput(rows);
    deflater.finish();
    byte[] data = new byte[rows.length + 100];
    int length = deflater.deflate(data);
    deflater.end();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'});
    chunk(png, "IHDR", header.array(), 13);
    chunk(png, "IDAT", data, length);
    chunk(png, "IEND", data, 0);
    return png.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data, int length) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data, 0, length);
    png.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
    png.writeBytes(name);
    png.write(data, 0, length);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
