package io.lumina.meta.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text of unknown origin made fit for tables and logs. */
public final class CleanText {
  /** Values longer than this are cut. */
  public static final int MAX_VALUE = 4_000;

  /** Raw dates are cut here; the longest sensible one has 40 characters. */
  public static final int MAX_RAW = 100;

  /** Details of issues are cut here. */
  public static final int MAX_DETAIL = 200;

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private CleanText() {}

  /** Bytes as UTF-8, or as windows-1252 (which never fails) where they are not UTF-8. */
  public static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, WINDOWS);
    }
  }

  /**
   * Without NUL (PostgreSQL refuses it), lone surrogates and control characters other than tab and
   * line feed; trimmed.
   */
  public static String value(String text) {
    StringBuilder clean = new StringBuilder(Math.min(text.length(), MAX_VALUE));
    text.codePoints().forEach(point -> append(clean, point));
    return clean.toString().strip();
  }

  /** At most {@code limit} characters, never half a surrogate pair. */
  public static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end);
  }

  /** One line for logs and tables. */
  public static String line(String text, int limit) {
    return cut(value(cut(text, 4 * limit)).replaceAll("\\s+", " "), limit);
  }

  private static void append(StringBuilder clean, int point) {
    if (point == '\r') {
      return;
    }
    boolean kept = point == '\t' || point == '\n' || !isUnwanted(point);
    if (kept) {
      clean.appendCodePoint(point);
    }
  }

  private static boolean isUnwanted(int point) {
    return Character.isISOControl(point)
        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
        || point == 0xFFFE
        || point == 0xFFFF;
  }
}
