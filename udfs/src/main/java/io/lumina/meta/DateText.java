package io.lumina.meta;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date read from the text of a tag. Understood are the Exif form {@code 2015:06:07 08:09:10} with
 * any usual separators, ISO 8601 down to a bare year, a.m. and p.m., fractions and offsets, RFC
 * 1123 and the form of C's asctime. A time that does not exist leaves the date; a day that does not
 * exist leaves nothing.
 *
 * @param local wall clock; what the text leaves out is the start of the period
 * @param offset where the text gives one
 */
record DateText(LocalDateTime local, Optional<ZoneOffset> offset) {
  private static final Pattern TEXT =
      Pattern.compile(
          "(?<year>\\d{4})(?:[:/.-] ?(?<month>\\d{1,2})(?:[:/.-] ?(?<day>\\d{1,2})"
              + "(?:[T _]+(?<hour>\\d{1,2}): ?(?<minute>\\d{1,2})"
              + "(?:: ?(?<second>\\d{1,2})(?:[.,](?<fraction>\\d{1,9})\\d*)?)?"
              + " ?(?<half>[AaPp][Mm])? ?(?<offset>Z|[+-]\\d{2}:?\\d{2})?)?)?)?(?![\\d:-]).*");

  /** The fixed 19 characters of Exif with junk behind them. */
  private static final Pattern FIXED_WIDTH =
      Pattern.compile("(\\d{4}:\\d{2}:\\d{2} \\d{2}:\\d{2}:\\d{2})\\d+");

  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ROOT);

  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2}):?(\\d{2})");

  /** True for what cameras write when their clock was never set: blanks, zeros, bare separators. */
  static boolean meansUnknown(String text) {
    return text.chars().allMatch(c -> c <= ' ' || c == ':' || c == '-' || c == '0' || c == '/');
  }

  static Optional<DateText> parse(String text) {
    String trimmed = FIXED_WIDTH.matcher(text.strip()).replaceFirst("$1");
    Matcher matcher = TEXT.matcher(trimmed);
    try {
      return matcher.matches() ? of(matcher) : spelledOut(trimmed);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** An offset such as {@code +02:00}, {@code -0600} or {@code Z}. */
  static Optional<ZoneOffset> offset(String text) {
    String trimmed = text.strip();
    if (trimmed.equals("Z")) {
      return Optional.of(ZoneOffset.UTC);
    }
    Matcher matcher = OFFSET.matcher(trimmed);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int minutes = Integer.parseInt(matcher.group(2)) * 60 + Integer.parseInt(matcher.group(3));
    boolean possible = minutes <= 18 * 60;
    int sign = matcher.group(1).equals("-") ? -1 : 1;
    return possible
        ? Optional.of(ZoneOffset.ofTotalSeconds(sign * minutes * 60))
        : Optional.empty();
  }

  /** The local time with the fraction of a second that Exif keeps as digits in a tag of its own. */
  LocalDateTime withSubSeconds(Optional<String> digits) {
    return digits
        .map(String::strip)
        .filter(text -> text.matches("\\d{1,9}\\d*"))
        .filter(text -> local.getNano() == 0)
        .map(text -> local.withNano(nanos(text)))
        .orElse(local);
  }

  private static int nanos(String fraction) {
    return Integer.parseInt((fraction + "000000000").substring(0, 9));
  }

  private static Optional<DateText> of(Matcher matcher) {
    int year = number(matcher, "year", 0);
    if (year < Moments.FIRST_YEAR) {
      return Optional.empty();
    }
    LocalDate day = LocalDate.of(year, number(matcher, "month", 1), number(matcher, "day", 1));
    Optional<ZoneOffset> offset =
        Optional.ofNullable(matcher.group("offset")).flatMap(DateText::offset);
    return Optional.of(new DateText(day.atTime(time(matcher)), offset));
  }

  private static LocalTime time(Matcher matcher) {
    int hour = number(matcher, "hour", 0);
    String half = matcher.group("half");
    if (half != null && hour <= 12) {
      hour = hour % 12 + (half.toLowerCase(Locale.ROOT).equals("pm") ? 12 : 0);
    }
    int minute = number(matcher, "minute", 0);
    int second = number(matcher, "second", 0);
    if (hour > 23 || minute > 59 || second > 59) {
      return LocalTime.MIDNIGHT;
    }
    String fraction = matcher.group("fraction");
    return LocalTime.of(hour, minute, second, fraction == null ? 0 : nanos(fraction));
  }

  private static Optional<DateText> spelledOut(String text) {
    try {
      OffsetDateTime moment = OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(new DateText(moment.toLocalDateTime(), Optional.of(moment.getOffset())));
    } catch (DateTimeParseException e) {
      LocalDateTime local = LocalDateTime.parse(text.replaceAll(" +", " "), ASCTIME);
      return Optional.of(new DateText(local, Optional.empty()));
    }
  }

  private static int number(Matcher matcher, String group, int absent) {
    String digits = matcher.group(group);
    return digits == null ? absent : Integer.parseInt(digits);
  }
}
