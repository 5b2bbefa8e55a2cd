package io.lumina.image;

import io.lumina.raster.Raster;
import java.util.Optional;

/**
 * The brightness of a JPEG at an eighth of its size, from the first coefficient of each block alone
 * (ITU-T T.81 F.2 and G.1): what libjpeg gives at that scale, for two bytes a block. Libjpeg keeps
 * all coefficients of a picture of several scans.
 */
final class JpegEighth {
  private final byte[] content;
  private final Bytes bytes;
  private final Damage damage;
  private final JpegHuffman[] tables = new JpegHuffman[32];
  private final int[] quantization = new int[16];
  private JpegEighthScan.Frame frame;
  private short[] blocks = {};
  private int step;
  private int restartInterval;
  private boolean jfif;
  private int adobe = -1;

  private JpegEighth(byte[] content, Damage damage) {
    this.content = content;
    this.bytes = Bytes.bigEndian(content);
    this.damage = damage;
  }

  /**
   * The picture of the JPEG in {@code content[from, to)}; empty where its brightness is no
   * component of its own, or its codes are none that are read here.
   *
   * @param height as the structure has it: the header may leave it open
   * @param damage takes what is wrong with the codes
   */
  static Optional<Raster> of(byte[] content, int from, int to, int height, Damage damage) {
    return new JpegEighth(content, damage).picture(from, to, height);
  }

  private Optional<Raster> picture(int from, int to, int height) {
    int at = from + 2;
    while (at + 4 <= to) {
      int marker = bytes.u8(at + 1L);
      if (bytes.u8(at) != 0xff || marker == 0xff || marker < 0xc0) {
        at++;
        continue;
      }
      if (marker == 0xd9) {
        break;
      }
      if (marker >= 0xd0 && marker <= 0xd8) {
        at += 2;
        continue;
      }
      int length = bytes.u16(at + 2L);
      if (marker == 0xda && (frame == null || !frame.isKnown() || isRgb())) {
        return Optional.empty();
      }
      segment(marker, at, length, height);
      at += 2 + length;
      if (marker == 0xda) {
        at = scan(at - 2 - length, at, to);
      }
    }
    return step == 0 ? Optional.empty() : Optional.of(raster());
  }

  private void segment(int marker, int at, int length, int height) {
    switch (marker) {
      case 0xc4 -> huffman(at + 4, at + 2 + length);
      case 0xdb -> quantization(at + 4, at + 2 + length);
      case 0xdd -> restartInterval = bytes.u16(at + 4L);
      case 0xe0 -> jfif |= bytes.matches(at + 4L, "JFIF\0");
      case 0xee -> adobe = bytes.matches(at + 4L, "Adobe") ? bytes.u8(at + 15L) : adobe;
      default -> {
        boolean first = frame == null && marker <= 0xcf && marker != 0xc8 && marker != 0xcc;
        if (first) {
          frame = new JpegEighthScan.Frame(bytes, at, height);
        }
      }
    }
  }

  private void huffman(int from, int to) {
    for (int at = from; at + 17 <= to; ) {
      int id = bytes.u8(at);
      int codes = 0;
      for (int i = 1; i <= 16; i++) {
        codes += bytes.u8(at + i);
      }
      tables[id & 31] = new JpegHuffman(bytes, at + 1);
      at += 17 + codes;
    }
  }

  private void quantization(int from, int to) {
    for (int at = from; at < to; ) {
      boolean wide = bytes.u8(at) >> 4 != 0;
      quantization[bytes.u8(at) & 15] = wide ? bytes.u16(at + 1L) : bytes.u8(at + 1L);
      at += wide ? 129 : 65;
    }
  }

  /** As libjpeg guesses. */
  private boolean isRgb() {
    return frame.components() == 3
        && !jfif
        && (adobe == 0
            || adobe < 0 && frame.id(0) == 'R' && frame.id(1) == 'G' && frame.id(2) == 'B');
  }

  private int scan(int scanAt, int dataAt, int to) {
    int end = Math.min(to, new JpegScan(content, new Damage(), restartInterval, true).skip(dataAt));
    JpegEighthScan scan = new JpegEighthScan(frame, bytes, scanAt, tables);
    if (scan.isWanted()) {
      if (step == 0) {
        step = Math.max(1, quantization[frame.quantization(0) & 15]);
        blocks = new short[frame.blocksWide() * frame.blocksHigh()];
      }
      scan.read(new JpegBits(content, dataAt, end), restartInterval, blocks, damage);
    }
    return end;
  }

  private Raster raster() {
    byte[] grey = new byte[blocks.length];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) Math.max(0, Math.min(255, (blocks[i] * step + 4 >> 3) + 128));
    }
    return new Raster(frame.blocksWide(), frame.blocksHigh(), grey);
  }
}
