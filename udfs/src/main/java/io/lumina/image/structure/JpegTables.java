package io.lumina.image.structure;

import io.lumina.container.Bytes;
import io.lumina.image.jpeg.HuffmanCode;
import io.lumina.image.reading.CorruptionReason;
import io.lumina.image.reading.Damage;

/** Checks quantization and Huffman tables of a JPEG (ITU-T T.81 B.2.4) for what cannot be. */
final class JpegTables {
  private final Damage damage;
  private final boolean[] quantizationDefined = new boolean[16];
  private final boolean[] quantizationUsed = new boolean[256];
  private final boolean[] huffmanDefined = new boolean[256];
  private final HuffmanCode[] huffman = new HuffmanCode[256];
  private final int[] huffmanAt = new int[256];
  private boolean zeroRunsAllowed;
  private Bytes source;

  JpegTables(Damage damage) {
    this.damage = damage;
  }

  /** Whether some table's code of zeros is an end of block, so that flat areas are zeros. */
  boolean zeroRunsAllowed() {
    return zeroRunsAllowed;
  }

  /** The table of an id (class in the upper four bits), or null where it was not defined. */
  HuffmanCode huffman(int id) {
    if (huffman[id] == null && huffmanDefined[id]) {
      huffman[id] = new HuffmanCode(source.array(), huffmanAt[id]);
    }
    return huffman[id];
  }

  void uses(int quantizationTable) {
    quantizationUsed[quantizationTable] = true;
  }

  void quantization(Bytes bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int precision = bytes.u8(at) >> 4;
      int table = bytes.u8(at) & 15;
      int size = precision == 0 ? 64 : 128;
      if (precision > 1 || table > 3 || at + 1 + size > to) {
        broken("quantization table " + table + " of precision " + precision, at);
        return;
      }
      quantizationDefined[table] = true;
      for (int i = 0; i < 64; i++) {
        int value = precision == 0 ? bytes.u8(at + 1 + i) : bytes.u16(at + 1 + 2L * i);
        if (value == 0) {
          broken("a quantization step of 0", at);
          return;
        }
      }
      at += 1 + size;
    }
  }

  void huffman(Bytes bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int id = bytes.u8(at);
      int codes = 0;
      long space = 0;
      for (int length = 1; length <= 16; length++) {
        int count = bytes.u8(at + length);
        codes += count;
        space += (long) count << (16 - length);
      }
      if (id >> 4 > 1 || (id & 15) > 3 || at + 17 + codes > to || codes > 256) {
        broken("Huffman table 0x" + Integer.toHexString(id) + " of " + codes + " codes", at);
        return;
      }
      if (space > 1 << 16) {
        broken("a Huffman table with more codes than fit", at);
      }
      symbols(bytes, at + 17, codes, id >> 4 == 1);
      huffmanDefined[id] = true;
      huffman[id] = null;
      huffmanAt[id] = at + 1;
      source = bytes;
      at += 17 + codes;
    }
  }

  private void symbols(Bytes bytes, int at, int codes, boolean ac) {
    boolean[] seen = new boolean[256];
    for (int i = 0; i < codes; i++) {
      int symbol = bytes.u8(at + i);
      if (seen[symbol] || (!ac && symbol > 16)) {
        broken("a Huffman table with a symbol that cannot be", at);
        return;
      }
      seen[symbol] = true;
    }
    boolean endOfBlockFirst = codes > 0 && (bytes.u8(at) & 15) == 0;
    zeroRunsAllowed |= ac && endOfBlockFirst;
  }

  /** Checks that a scan names only tables that were defined. */
  void scan(Bytes bytes, int at, int components, boolean progressive) {
    int spectralStart = bytes.u8(at + 5 + 2L * components);
    for (int i = 0; i < components; i++) {
      int selector = bytes.u8(at + 6 + 2L * i);
      boolean needsDc = !progressive || spectralStart == 0;
      boolean needsAc = !progressive || spectralStart > 0;
      boolean refinesDc = progressive && bytes.u8(at + 7 + 2L * components) >> 4 > 0;
      if (needsDc && !refinesDc && !huffmanDefined[selector >> 4]) {
        broken("a scan that names DC table " + (selector >> 4) + ", which is not there", at);
        return;
      }
      if (needsAc && !huffmanDefined[0x10 | (selector & 15)]) {
        broken("a scan that names AC table " + (selector & 15) + ", which is not there", at);
        return;
      }
    }
    if (!progressive && (spectralStart != 0 || bytes.u8(at + 6 + 2L * components) != 63)) {
      damage.minor(
          CorruptionReason.BAD_FIELD,
          "A scan of coefficients "
              + spectralStart
              + " to "
              + bytes.u8(at + 6 + 2L * components)
              + " in a baseline picture");
    }
  }

  /** After the last scan: are all tables there that the frame names? */
  void finish() {
    for (int i = 0; i < quantizationUsed.length; i++) {
      if (quantizationUsed[i] && (i > 3 || !quantizationDefined[i])) {
        broken("a frame that names quantization table " + i + ", which is not there", 0);
        return;
      }
    }
  }

  private void broken(String what, int at) {
    damage.moderate(
        CorruptionReason.BROKEN_TABLE, "The JPEG has " + what + (at > 0 ? " (at " + at + ")" : ""));
  }
}
