package io.lumina.container;

import java.io.IOException;
import java.io.InputStream;

/** Unpacks LZW as TIFF has it: codes of 9 to 12 bits, highest bit first (TIFF 6.0, section 13). */
final class LzwStream extends InputStream {
  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int CODES = 4096;

  private final InputStream in;
  private final short[] prefix = new short[CODES];
  private final byte[] suffix = new byte[CODES];
  private final byte[] word = new byte[CODES];
  private int at = CODES;
  private int codes = END + 1;
  private int codeBits = 9;
  private int before = -1;
  private int bits;
  private int bitCount;
  private boolean ended;

  LzwStream(InputStream in) {
    this.in = in;
    for (int i = 0; i < CLEAR; i++) {
      suffix[i] = (byte) i;
    }
  }

  @Override
  public int read() throws IOException {
    return at < word.length || next() ? word[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int from, int count) throws IOException {
    int done = 0;
    while (done < count && (at < word.length || next())) {
      int some = Math.min(count - done, word.length - at);
      System.arraycopy(word, at, into, from + done, some);
      at += some;
      done += some;
    }
    return done == 0 && count > 0 ? -1 : done;
  }

  /** Puts the word of the next code at the end of {@link #word}. */
  private boolean next() throws IOException {
    int code = ended ? END : code();
    while (code == CLEAR) {
      codes = END + 1;
      codeBits = 9;
      before = -1;
      code = code();
    }
    if (code == END) {
      ended = true;
      return false;
    }
    if (code > codes || code == codes && before < 0 || code > END && before < 0) {
      throw new IOException("there is no word " + code);
    }
    if (code < codes) {
      spell(code);
    } else {
      // The word that this very code adds: the one before, and its first letter again.
      spell(before);
      byte first = word[at];
      System.arraycopy(word, at, word, at - 1, word.length - at);
      at--;
      word[word.length - 1] = first;
    }
    add();
    before = code;
    return true;
  }

  private void spell(int code) {
    at = word.length;
    int rest = code;
    while (rest > END) {
      word[--at] = suffix[rest];
      rest = prefix[rest];
    }
    word[--at] = (byte) rest;
  }

  private void add() {
    if (before >= 0 && codes < CODES) {
      prefix[codes] = (short) before;
      suffix[codes] = word[at];
      codes++;
    }
    // One code earlier than need be, as the first programs did.
    if (codes >= 511 && codes < 2047) {
      codeBits = codes < 1023 ? 10 : 11;
    } else if (codes >= 2047) {
      codeBits = 12;
    }
  }

  private int code() throws IOException {
    while (bitCount < codeBits) {
      int value = in.read();
      if (value < 0) {
        return END;
      }
      bits = bits << 8 | value;
      bitCount += 8;
    }
    bitCount -= codeBits;
    return bits >>> bitCount & (1 << codeBits) - 1;
  }
}
