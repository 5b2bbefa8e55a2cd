package io.lumina.image.structure;

import io.lumina.container.Bytes;
import java.util.Arrays;

/** One Huffman table of a JPEG as a lookup of 16 bits: length and symbol of the code they begin. */
final class JpegHuffman {
  private final char[] lookup = new char[1 << 16];

  /** From a DHT segment: 16 counts of codes at a position, then their symbols. */
  JpegHuffman(Bytes bytes, int at) {
    int symbol = at + 16;
    int code = 0;
    for (int length = 1; length <= 16; length++) {
      int span = 1 << (16 - length);
      for (int i = 0; i < bytes.u8(at + length - 1) && code + span <= lookup.length; i++) {
        Arrays.fill(lookup, code, code + span, (char) (length << 8 | bytes.u8(symbol++)));
        code += span;
      }
    }
  }

  /** Length of the code in the upper byte, its symbol in the lower; 0 where there is no code. */
  int find(int sixteenBits) {
    return lookup[sixteenBits];
  }
}
