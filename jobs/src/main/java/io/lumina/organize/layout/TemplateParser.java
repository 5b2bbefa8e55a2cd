package io.lumina.organize.layout;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import io.lumina.failure.Printable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a template once, from left to right. */
final class TemplateParser {
  private static final Pattern DIGITS = Pattern.compile("sha256:([1-9]\\d?)-([1-9]\\d?)");
  private static final Pattern CLOCK = Pattern.compile("(yyyy|MM|dd|HH|mm|ss|[-_.])+");
  private static final Pattern CLOCK_PART = Pattern.compile("yyyy|MM|dd|HH|mm|ss|[-_.]");
  private static final String CLOCK_WORDS = "{yyyy} {MM} {dd} {HH} {mm} {ss}";
  private static final String FORBIDDEN = "\\:*?\"<>|";
  private static final int CHECKSUM = 64;

  private final String template;
  private int at;

  TemplateParser(String template) {
    this.template = template;
  }

  /** Names from the root down, each of one piece or more; the last one is the file's. */
  List<List<Piece>> parse() {
    if (template.isBlank()) {
      throw mistake(0, "it is empty", "write one such as {yyyy}/{yyyy-MM-dd}/{name}");
    }
    if (template.startsWith("~")) {
      throw mistake(0, "'~' is no folder below the target", "name folders below the target only");
    }
    List<List<Piece>> names = new ArrayList<>();
    do {
      names.add(name());
    } while (at++ < template.length());
    return names;
  }

  /** Up to the next slash or the end. */
  private List<Piece> name() {
    int start = at;
    List<Piece> pieces = new ArrayList<>();
    while (at < template.length() && template.charAt(at) != '/') {
      pieces.add(template.charAt(at) == '{' ? braces() : literal());
    }
    if (pieces.isEmpty()) {
      throw nameless(start);
    }
    if (template.charAt(start) == '.') {
      boolean leaves = template.substring(start, at).equals("..");
      throw leaves
          ? mistake(start, "'..' leads out of the target", "name folders below the target only")
          : mistake(start, "names that start with a dot are hidden", "leave the dot out");
    }
    return pieces;
  }

  private LuminaException nameless(int start) {
    if (start == 0) {
      return mistake(0, "it starts at the root of the machine", "leave the first '/' out");
    }
    return start == template.length()
        ? mistake(start, "the name of the file is missing", "write {name} behind the last '/'")
        : mistake(start, "a folder has no name", "write one '/' between two folders");
  }

  private Piece literal() {
    int start = at;
    while (at < template.length() && "/{".indexOf(template.charAt(at)) < 0) {
      char character = template.charAt(at);
      if (character == '}') {
        throw mistake(at, "'}' closes nothing", "write '{' before the field");
      }
      if (FORBIDDEN.indexOf(character) >= 0) {
        throw mistake(
            at,
            "'" + character + "' cannot stand in a name on every target",
            "write '/' between folders, and '-' or '_' in names");
      }
      at++;
    }
    String text = template.substring(start, at);
    if (!CleanName.value(text).equals(text)) {
      throw mistake(start, "it holds a character that cannot be seen", "type the text anew");
    }
    return new Piece.Literal(text);
  }

  private Piece braces() {
    int start = at;
    int end = template.indexOf('}', at);
    if (end < 0) {
      throw mistake(start, "'{' is not closed", "write '}' behind the field");
    }
    String inside = template.substring(start + 1, end);
    at = end + 1;
    return piece(inside)
        .orElseThrow(
            () -> mistake(start, "there is no field {" + inside + "}", "use one of " + fields()));
  }

  private static Optional<Piece> piece(String inside) {
    if (CLOCK.matcher(inside).matches() && inside.chars().anyMatch(Character::isLetter)) {
      return Optional.of(
          new Piece.Clock(CLOCK_PART.matcher(inside).results().map(part -> part.group()).toList()));
    }
    Matcher digits = DIGITS.matcher(inside);
    if (digits.matches()) {
      int from = Integer.parseInt(digits.group(1));
      int to = Integer.parseInt(digits.group(2));
      return from <= to && to <= CHECKSUM
          ? Optional.of(new Piece.Digits(from, to))
          : Optional.empty();
    }
    return Arrays.stream(Field.values())
        .filter(field -> field.word().equals(inside))
        .<Piece>map(Piece.Value::new)
        .findFirst();
  }

  private static String fields() {
    return CLOCK_WORDS
        + " (several with - _ . between them, such as {yyyy-MM-dd}) "
        + Arrays.stream(Field.values())
            .map(field -> "{" + field.word() + "}")
            .collect(Collectors.joining(" "))
        + " {sha256:1-2} (some of its 64 digits)";
  }

  private LuminaException mistake(int index, String what, String instead) {
    String shown = Printable.of(template);
    String message = "template '%s': %s at position %d; %s";
    return new LuminaException(
        ExitCode.USAGE, String.format(message, shown, Printable.of(what), index + 1, instead));
  }
}
