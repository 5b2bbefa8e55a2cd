package io.lumina.image.structure;

import io.lumina.container.Bytes;
import io.lumina.image.jpeg.HuffmanCode;
import io.lumina.image.reading.Damage;

/** Frame and scan headers of a JPEG, as far as running a scan's codes needs them. */
final class JpegFrame {
  private final Bytes bytes;
  private final int at;

  /**
   * @param at where the SOF segment begins
   */
  JpegFrame(Bytes bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  /** Runs the codes of a baseline scan; says nothing of scans that it does not understand. */
  void check(
      int scanAt, int dataAt, int dataEnd, JpegTables tables, int restartInterval, Damage damage) {
    int kind = bytes.u8(at + 1);
    int inFrame = bytes.u8(at + 9);
    int inScan = bytes.u8(scanAt + 4);
    long height = bytes.u16(at + 5);
    long width = bytes.u16(at + 7);
    boolean baseline = (kind == 0xc0 || kind == 0xc1) && bytes.u8(at + 4) == 8;
    if (!baseline || height == 0 || width == 0 || inFrame < 1 || inFrame > 4 || inScan > inFrame) {
      return;
    }
    int widest = 1;
    int highest = 1;
    for (int i = 0; i < inFrame; i++) {
      widest = Math.max(widest, across(i));
      highest = Math.max(highest, down(i));
    }
    JpegEntropy.Component[] components = new JpegEntropy.Component[inScan];
    long mcus = ceil(width, 8L * widest) * ceil(height, 8L * highest);
    for (int i = 0; i < inScan; i++) {
      int component = component(bytes.u8(scanAt + 5 + 2L * i), inFrame);
      int selector = bytes.u8(scanAt + 6 + 2L * i);
      HuffmanCode dc = tables.huffman(selector >> 4);
      HuffmanCode ac = tables.huffman(0x10 | (selector & 15));
      if (component < 0 || dc == null || ac == null) {
        return;
      }
      int blocks = across(component) * down(component);
      if (inScan == 1) {
        // Alone in its scan, a component has only the blocks that it needs.
        blocks = 1;
        long columns = ceil(ceil(width * across(component), widest), 8);
        mcus = columns * ceil(ceil(height * down(component), highest), 8);
      }
      components[i] = new JpegEntropy.Component(blocks, dc, ac);
    }
    new JpegEntropy(new JpegBits(bytes.array(), dataAt, dataEnd))
        .check(components, mcus, restartInterval, damage);
  }

  private int component(int id, int inFrame) {
    for (int i = 0; i < inFrame; i++) {
      if (bytes.u8(at + 10 + 3L * i) == id) {
        return i;
      }
    }
    return -1;
  }

  private int across(int component) {
    return bytes.u8(at + 11 + 3L * component) >> 4;
  }

  private int down(int component) {
    return bytes.u8(at + 11 + 3L * component) & 15;
  }

  private static long ceil(long value, long by) {
    return (value + by - 1) / by;
  }
}
