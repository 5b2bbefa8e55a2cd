package io.lumina.text;

/** Which characters of a name cannot be seen, or change how their neighbours are seen. */
public final class VisibleText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private VisibleText() {}

  /**
   * True for control characters, bidirectional overrides, other format characters, line separators,
   * halves of surrogate pairs and non-characters. Joiners stay: scripts and emoji need them.
   */
  public static boolean hidden(int codePoint) {
    if (codePoint == ZERO_WIDTH_JOINER
        || codePoint == ZERO_WIDTH_NON_JOINER
        || isEmojiTag(codePoint)) {
      return false;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> (codePoint & 0xfffe) == 0xfffe || (codePoint >= 0xfdd0 && codePoint <= 0xfdef);
    };
  }

  /** What is shown instead, such as {@code U+202E}. */
  public static String name(int codePoint) {
    return String.format("U+%04X", codePoint);
  }

  private static boolean isEmojiTag(int codePoint) {
    return codePoint >= 0xe0020 && codePoint <= 0xe007f;
  }
}
