package io.lumina.postgres;

/** Text as PostgreSQL can keep it: it has no place for U+0000. */
public final class StorableText {
  private static final char REPLACEMENT = '\uFFFD';
  private static final String NUL_ESCAPE = "\\u0000";

  private StorableText() {}

  /** The text with each U+0000 replaced by U+FFFD; all else stays as it is. */
  public static String of(String text) {
    return text.indexOf(0) < 0 ? text : text.replace((char) 0, REPLACEMENT);
  }

  /** JSON text whose strings hold U+FFFD in place of each U+0000, escaped or not. */
  public static String ofJson(String json) {
    String text = of(json);
    if (!text.contains(NUL_ESCAPE)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '\\') {
        out.append(text.charAt(i));
      } else if (text.startsWith(NUL_ESCAPE, i)) {
        out.append(REPLACEMENT);
        i += NUL_ESCAPE.length() - 1;
      } else {
        // A backslash and what it escapes stay together: \\u0000 is no U+0000.
        out.append(text, i, Math.min(i + 2, text.length()));
        i++;
      }
    }
    return out.toString();
  }
}
