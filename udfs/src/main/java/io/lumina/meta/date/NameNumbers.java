package io.lumina.meta.date;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers in a name that nobody counted days with: the digits of a UUID, of a checksum and of the
 * serial numbers that social networks give.
 */
final class NameNumbers {
  private static final String HEX = "[0-9a-fA-F]";

  private static final Pattern UUID =
      Pattern.compile(
          "(?<![0-9A-Za-z])"
              + (HEX + "{8}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{4}-" + HEX + "{12}")
              + "(?![0-9A-Za-z])");

  /** A word of hexadecimal digits only. */
  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}\\p{N}])" + HEX + "{9,}(?![\\p{L}\\p{N}])");

  /** Letters once before or once behind the digits may be a word or a series: {@code 20190203b}. */
  private static final Pattern NUMBERED = Pattern.compile("[a-fA-F]*\\d+|\\d+[a-fA-F]*");

  /** From this length on even such a word is a checksum, but for one letter at an end. */
  private static final int CHECKSUM = 20;

  private static final Pattern LETTER_AT_END = Pattern.compile("[a-fA-F]?\\d+[a-fA-F]?");

  /** {@code 10231299_847361928_5521_n}. */
  private static final Pattern NETWORK =
      Pattern.compile("\\d+_(?:\\d+_\\d+|\\d{8,})_[a-z](?:\\.\\w+)?");

  private NameNumbers() {}

  /** The name with such numbers as letters, equally long. */
  static String hidden(String name) {
    if (NETWORK.matcher(name).matches()) {
      return blank(name);
    }
    String withoutUuids = UUID.matcher(name).replaceAll(each -> blank(each.group()));
    return WORD.matcher(withoutUuids).replaceAll(NameNumbers::hidden);
  }

  private static String hidden(MatchResult word) {
    String text = word.group();
    Pattern counted = text.length() < CHECKSUM ? NUMBERED : LETTER_AT_END;
    return Matcher.quoteReplacement(counted.matcher(text).matches() ? text : blank(text));
  }

  private static String blank(String text) {
    return text.replaceAll("\\d", "x");
  }
}
