package io.lumina.act.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A line of a file that must be believed after a crash: its number, its words, and a checksum over
 * both. A line that was changed, left out or put elsewhere is found.
 *
 * @param number from 0
 * @param words of any characters
 */
record JournalLine(long number, List<String> words) {
  private static final String BETWEEN = "\t";
  private static final int CHECKSUM_DIGITS = 8;

  JournalLine {
    words = List.copyOf(words);
  }

  /** The line with its end. */
  String text() {
    StringBuilder body = new StringBuilder().append(number);
    words.forEach(word -> body.append(BETWEEN).append(escaped(word)));
    return checksum(body.toString()) + BETWEEN + body + "\n";
  }

  /**
   * Reads a line without its end.
   *
   * @param number that it should have
   * @return nothing when it is not what was written there
   */
  static Optional<JournalLine> read(String line, long number) {
    if (line.length() <= CHECKSUM_DIGITS) {
      return Optional.empty();
    }
    String body = line.substring(CHECKSUM_DIGITS + 1);
    String[] parts = body.split(BETWEEN, -1);
    boolean isWhole =
        (checksum(body) + BETWEEN).equals(line.substring(0, CHECKSUM_DIGITS + 1))
            && parts[0].equals(Long.toString(number));
    if (!isWhole) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      words.add(plain(parts[i]));
    }
    return Optional.of(new JournalLine(number, words));
  }

  private static String checksum(String body) {
    CRC32C checksum = new CRC32C();
    checksum.update(body.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(checksum.getValue());
  }

  private static String escaped(String word) {
    return word.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String plain(String word) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      if (letter == '\\' && i + 1 < word.length()) {
        i++;
        char escape = word.charAt(i);
        plain.append(
            switch (escape) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> escape;
            });
      } else {
        plain.append(letter);
      }
    }
    return plain.toString();
  }
}
