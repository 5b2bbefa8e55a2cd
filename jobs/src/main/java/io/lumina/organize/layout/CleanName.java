package io.lumina.organize.layout;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that any target can hold and any scan finds again. What metadata and old names say is never
 * trusted: it could be a path, the name of a device, or text that turns the line around.
 */
final class CleanName {
  /** In bytes, on nearly every file system. */
  static final int LONGEST = 255;

  private static final String SEPARATORS = "/\\:*?\"<>|";
  private static final char FILLER = '_';

  /** Joiners are letters to Persian and glue to families of emoji. */
  private static final Set<Integer> JOINERS = Set.of(0x200C, 0x200D);

  private static final Pattern DEVICE =
      Pattern.compile("(?i)(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9¹²³]) *(\\..*)?");

  /** Folders of other programs, which a scan passes by. */
  private static final Set<String> PASSED_BY =
      Set.of(
          "@eadir",
          "@recycle",
          "@recently-snapshot",
          "#recycle",
          "#snapshot",
          "~snapshot",
          "$recycle.bin",
          "system volume information",
          "lost+found");

  /** What a reader takes for one letter, with all its marks. */
  private static final Pattern LETTER = Pattern.compile("\\X");

  private CleanName() {}

  /** A value as part of a name: no separators, no control characters, no direction marks. */
  static String value(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(out, point));
    return out.toString();
  }

  private static void append(StringBuilder out, int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          out.append(FILLER);
      case Character.FORMAT -> {
        if (JOINERS.contains(point)) {
          out.appendCodePoint(point);
        }
      }
      default ->
          out.appendCodePoint(SEPARATORS.indexOf(point) < 0 ? point : Character.valueOf(FILLER));
    }
  }

  /** A whole name of at most so many bytes; empty where nothing is left. */
  static String name(String text, int longest) {
    String whole = safe(trimmed(cut(trimmed(value(text)), longest)));
    return bytes(whole) <= longest ? whole : trimmed(cut(whole, longest));
  }

  /** Hidden names are not scanned, and Windows drops dots and spaces at the end. */
  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (from < to && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char character) {
    return character == '.'
        || Character.isWhitespace(character)
        || Character.isSpaceChar(character);
  }

  private static String safe(String text) {
    Matcher device = DEVICE.matcher(text);
    if (device.matches()) {
      int end = device.end(1);
      return text.substring(0, end) + FILLER + text.substring(end);
    }
    boolean passedBy = PASSED_BY.contains(text.toLowerCase(Locale.ROOT));
    // A shell takes the tilde for a home.
    return passedBy || text.startsWith("~") ? FILLER + text : text;
  }

  /** The longest beginning of whole letters that has at most so many bytes. */
  static String cut(String text, int longest) {
    if (bytes(text) <= longest) {
      return text;
    }
    Matcher letter = LETTER.matcher(text);
    int end = 0;
    int size = 0;
    while (letter.find()) {
      size += bytes(letter.group());
      if (size > longest) {
        break;
      }
      end = letter.end();
    }
    return text.substring(0, end);
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
