package io.lumina.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Whole pictures of hundreds of millions of pixels in a few kilobytes: the upper half is black with
 * a white left quarter, the lower half the other way round.
 */
final class LargePictures {
  private LargePictures() {}

  /** The samples of a row. */
  private static byte[] row(boolean upper, int width, int bytesPerPixel) {
    byte[] row = new byte[width * bytesPerPixel];
    for (int x = 0; x < width; x++) {
      byte value = (byte) (x < width / 4 == upper ? 255 : 0);
      Arrays.fill(row, x * bytesPerPixel, (x + 1) * bytesPerPixel, value);
    }
    return row;
  }

  /** Packed so that it stands for itself wherever it is put into a stream. */
  private static byte[] packed(byte[] row) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(row);
    byte[] out = new byte[row.length + 100];
    int length = deflater.deflate(out, 0, out.length, Deflater.FULL_FLUSH);
    deflater.end();
    return Arrays.copyOf(out, length);
  }

  private static byte[] zlib(byte[][] halves, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Adler32 sum = new Adler32();
    out.writeBytes(new byte[] {0x78, (byte) 0xda});
    for (int half = 0; half < 2; half++) {
      byte[] packed = packed(halves[half]);
      int rows = half == 0 ? height / 2 : height - height / 2;
      for (int y = 0; y < rows; y++) {
        out.writeBytes(packed);
        sum.update(halves[half]);
      }
    }
    // An empty last block.
    out.writeBytes(new byte[] {3, 0});
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    return out.toByteArray();
  }

  /** In colour, 8 bits. */
  static byte[] png(int width, int height) {
    byte[][] halves = new byte[2][];
    for (int half = 0; half < 2; half++) {
      byte[] row = row(half == 0, width, 3);
      halves[half] = ByteBuffer.allocate(row.length + 1).put((byte) 0).put(row).array();
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'});
    byte[] kind = {8, 2, 0, 0, 0};
    chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(kind).array());
    chunk(png, "IDAT", zlib(halves, height));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(name);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /** In colour, 8 or 16 bits, one strip. */
  static byte[] tiff(int width, int height, int bits) {
    int bytesPerPixel = 3 * bits / 8;
    byte[][] halves = {row(true, width, bytesPerPixel), row(false, width, bytesPerPixel)};
    byte[] data = zlib(halves, height);
    int[][] tags = {
      {0x100, 4, width},
      {0x101, 4, height},
      {0x102, 3, bits},
      {0x103, 3, 8},
      {0x106, 3, 2},
      {0x111, 4, 8},
      {0x115, 3, 3},
      {0x116, 4, height},
      {0x117, 4, data.length},
    };
    ByteBuffer tiff = ByteBuffer.allocate(8 + data.length + 2 + 12 * tags.length + 4);
    tiff.order(ByteOrder.LITTLE_ENDIAN).put((byte) 'I').put((byte) 'I').putShort((short) 42);
    tiff.putInt(8 + data.length).put(data).putShort((short) tags.length);
    for (int[] tag : tags) {
      tiff.putShort((short) tag[0]).putShort((short) tag[1]).putInt(1).putInt(tag[2]);
    }
    return tiff.putInt(0).array();
  }

  /** Progressive and in colour: one scan of first coefficients of all components, nothing more. */
  static byte[] progressiveJpeg(int width, int height) {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    jpeg.writeBytes(new byte[] {-1, (byte) 0xd8});
    ByteBuffer quantization = ByteBuffer.allocate(65).put((byte) 0);
    while (quantization.hasRemaining()) {
      quantization.put((byte) 8);
    }
    segment(jpeg, 0xdb, quantization.array());
    ByteBuffer frame = ByteBuffer.allocate(15).put((byte) 8);
    frame.putShort((short) height).putShort((short) width).put((byte) 3);
    for (int component = 1; component <= 3; component++) {
      frame.put((byte) component).put((byte) 0x11).put((byte) 0);
    }
    segment(jpeg, 0xc2, frame.array());
    // Codes 0: no difference, 10: one of eight bits, 110: one of nine.
    byte[] codes = new byte[20];
    codes[1] = 1;
    codes[2] = 1;
    codes[3] = 1;
    codes[18] = 8;
    codes[19] = 9;
    segment(jpeg, 0xc4, codes);
    segment(jpeg, 0xda, new byte[] {3, 1, 0, 2, 0, 3, 0, 0, 0, 0});
    JpegDifferences data = new JpegDifferences(jpeg);
    int across = (width + 7) / 8;
    int down = (height + 7) / 8;
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        data.brightness(x < across / 4 == y < down / 2 ? 128 : -128);
      }
    }
    data.end();
    jpeg.writeBytes(new byte[] {-1, (byte) 0xd9});
    return jpeg.toByteArray();
  }

  private static void segment(ByteArrayOutputStream jpeg, int marker, byte[] data) {
    jpeg.writeBytes(new byte[] {-1, (byte) marker});
    jpeg.writeBytes(ByteBuffer.allocate(2).putShort((short) (data.length + 2)).array());
    jpeg.writeBytes(data);
  }

  /** Writes codes bit by bit. */
  private static final class JpegDifferences {
    private final ByteArrayOutputStream out;
    private int before;
    private int bits;
    private int count;

    JpegDifferences(ByteArrayOutputStream out) {
      this.out = out;
    }

    /** A block of each component; colours never differ. */
    void brightness(int value) {
      int difference = value - before;
      before = value;
      int length = 32 - Integer.numberOfLeadingZeros(Math.abs(difference));
      switch (length) {
        case 0 -> put(0, 1);
        case 8 -> put(2, 2);
        default -> put(6, 3);
      }
      put(difference > 0 ? difference : difference - 1 & (1 << length) - 1, length);
      put(0, 2);
    }

    private void put(int value, int length) {
      for (int i = length - 1; i >= 0; i--) {
        bits = bits << 1 | value >> i & 1;
        if (++count == 8) {
          out.write(bits);
          if ((bits & 0xff) == 0xff) {
            out.write(0);
          }
          count = 0;
          bits = 0;
        }
      }
    }

    void end() {
      while (count > 0) {
        put(1, 1);
      }
    }
  }
}
