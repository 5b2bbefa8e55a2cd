package io.lumina.publish;

import io.lumina.postgres.StorableText;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.Arrays;
import org.apache.spark.sql.Row;

/**
 * Rows in the text format of COPY (PostgreSQL manual, "COPY", File Formats): fields between tabs,
 * {@code \N} for null, backslash before what would otherwise end a field or a row. UTF-8; half a
 * surrogate pair and U+0000, which PostgreSQL cannot keep, become U+FFFD.
 */
final class CopyText {
  private static final int FIRST_SIZE = 1 << 16;
  private static final int MOST_BYTES_OF_CHAR = 4;
  private static final byte[] NULL = {'\\', 'N'};

  private final boolean[] json;
  private byte[] bytes = new byte[FIRST_SIZE];
  private int length;

  /**
   * An empty buffer.
   *
   * @param json for each field whether it is JSON text
   */
  CopyText(boolean[] json) {
    this.json = json.clone();
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  /** Adds a row. */
  void row(Row row) {
    for (int i = 0; i < json.length; i++) {
      if (i > 0) {
        ascii('\t');
      }
      field(row.get(i), json[i]);
    }
    ascii('\n');
  }

  private void field(Object value, boolean isJson) {
    if (value == null) {
      reserve(NULL.length);
      ascii(NULL[0]);
      ascii(NULL[1]);
    } else if (value instanceof String text) {
      text(isJson ? StorableText.ofJson(text) : text);
    } else if (value instanceof Timestamp time) {
      text(time.toInstant().toString());
    } else {
      text(value.toString());
    }
  }

  private void text(String text) {
    reserve(text.length() * MOST_BYTES_OF_CHAR);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || c < ' ') {
        special(c);
      } else if (c < 0x80) {
        bytes[length++] = (byte) c;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        codePoint(Character.toCodePoint(c, text.charAt(++i)));
      } else {
        codePoint(Character.isSurrogate(c) ? 0xFFFD : c);
      }
    }
  }

  private void special(char c) {
    switch (c) {
      case '\\' -> escape('\\');
      case '\n' -> escape('n');
      case '\r' -> escape('r');
      case '\t' -> escape('t');
      case 0 -> codePoint(0xFFFD);
      default -> bytes[length++] = (byte) c;
    }
  }

  private void escape(char letter) {
    bytes[length++] = '\\';
    bytes[length++] = (byte) letter;
  }

  private void codePoint(int point) {
    for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
      bytes[length++] = b;
    }
  }

  private void ascii(int c) {
    reserve(1);
    bytes[length++] = (byte) c;
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
