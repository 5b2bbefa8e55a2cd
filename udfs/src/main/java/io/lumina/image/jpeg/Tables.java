package io.lumina.image.jpeg;

import java.util.Arrays;

/** The tables that segments define: Huffman codes, and steps of first coefficients. */
final class Tables {
  private static final int UNKNOWN = -1;

  private final byte[] content;
  private final int[] codesAt = new int[8];
  private final HuffmanCode[] codes = new HuffmanCode[8];
  private final int[] steps = new int[4];

  Tables(byte[] content) {
    this.content = content;
    Arrays.fill(codesAt, UNKNOWN);
    Arrays.fill(steps, UNKNOWN);
  }

  /** Takes in a DHT segment's tables; false where one of them cannot be. */
  boolean huffman(int from, int to) {
    int at = from;
    while (at + 17 <= to) {
      int id = Markers.u8(content, at);
      int symbols = 0;
      for (int length = 1; length <= 16; length++) {
        symbols += Markers.u8(content, at + length);
      }
      if ((id & 0xec) != 0 || symbols > 256 || at + 17 + symbols > to) {
        return false;
      }
      int place = id >> 2 | id & 3;
      codesAt[place] = at + 1;
      codes[place] = null;
      at += 17 + symbols;
    }
    return at == to;
  }

  /** Takes in a DQT segment's tables; false where one of them cannot be. */
  boolean quantization(int from, int to) {
    int at = from;
    while (at < to) {
      int id = Markers.u8(content, at);
      int bytes = id >> 4 == 0 ? 1 : 2;
      if ((id & 0xec) != 0 || at + 1 + 64 * bytes > to) {
        return false;
      }
      steps[id & 3] = bytes == 1 ? Markers.u8(content, at + 1) : Markers.u16(content, at + 1);
      at += 1 + 64 * bytes;
    }
    return true;
  }

  /** Whether a scan finds codes that libjpeg takes, and a quantization table. */
  boolean serve(Scan scan, Frame frame) {
    boolean served = true;
    for (int i = 0; i < scan.components().length; i++) {
      int quantization = frame.quantization()[scan.components()[i]];
      int step = quantization < steps.length ? steps[quantization] : UNKNOWN;
      boolean needsDc = scan.start() == 0 && scan.high() == 0;
      served &= step > 0 && step <= Short.MAX_VALUE;
      served &= !needsDc || codesAt[scan.dc()[i]] >= 0 && dc(scan.dc()[i]).isSoundForSizes();
      served &= scan.end() == 0 || codesAt[4 | scan.ac()[i]] >= 0 && ac(scan.ac()[i]).isSound();
    }
    return served;
  }

  /** The step of the brightness. */
  int step(Frame frame) {
    return steps[frame.quantization()[0]];
  }

  HuffmanCode dc(int table) {
    return code(table);
  }

  HuffmanCode ac(int table) {
    return code(4 | table);
  }

  /** Made when it is asked for: a file may define more tables than it uses. */
  private HuffmanCode code(int place) {
    if (codes[place] == null) {
      codes[place] = new HuffmanCode(content, codesAt[place]);
    }
    return codes[place];
  }
}
