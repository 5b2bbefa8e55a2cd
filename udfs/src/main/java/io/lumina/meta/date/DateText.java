package io.lumina.meta.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date read from the text of a tag. Understood are the Exif form {@code 2015:06:07 08:09:10} with
 * any usual separators, ISO 8601 down to a bare year, digits alone, a.m. and p.m. in several
 * languages, fractions and offsets, and dates whose month has a name. A month or a day of zeros is
 * unknown. Hour 24 is the first hour of the same day, as cameras mean it. A time that does not
 * exist leaves the date; a day that does not exist leaves nothing.
 *
 * @param local wall clock; what the text leaves out is the start of the period
 * @param offset where the text gives one
 * @param precision how much of the wall clock the text gives
 */
public record DateText(LocalDateTime local, Optional<ZoneOffset> offset, DatePrecision precision) {
  private static final String OFFSET =
      "(?<offset>Z|(?:UTC|GMT)(?:[+-]\\d{1,2}(?::?\\d{2})?)?|[+-]\\d{2}(?::?\\d{2})?)";

  private static final Pattern TEXT =
      Pattern.compile(
          "(?<year>\\d{4})(?:[:/.-] ?(?<month>\\d{1,2})(?:[:/.-] ?(?<day>\\d{1,2})"
              + "(?:[T _-]+(?<before>[^\\d\\s:+-]{2,4})? ?"
              + "(?<hour>\\d{1,2})(?<t>[:.-]) ?(?<minute>\\d{1,2})"
              + "(?:\\k<t> ?(?<second>\\d{1,2})(?:[.,:](?<fraction>\\d{1,9})\\d*)?)?"
              + " ?(?<half>[AaPp]\\.?[Mm]|[上下]午|午[前後]|오[전후])? ?"
              + OFFSET
              + "?)?)?)?(?![\\d:-]).*");

  /** Digits alone, as in the basic form of ISO 8601. */
  private static final Pattern DIGITS =
      Pattern.compile(
          "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})"
              + "(?:[T ]?(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})"
              + "(?:[.,](?<fraction>\\d{1,9}))?(?<half>)(?<before>)"
              + OFFSET
              + "?)?");

  /** The fixed 19 characters of Exif with junk behind them. */
  private static final Pattern FIXED_WIDTH =
      Pattern.compile("(\\d{4}:\\d{2}:\\d{2} \\d{2}:\\d{2}:\\d{2})\\d+");

  private static final Pattern ZONE = Pattern.compile("([+-])(\\d{1,2}):?(\\d{2})?");

  public DateText {
    Objects.requireNonNull(local, "local");
    Objects.requireNonNull(offset, "offset");
    Objects.requireNonNull(precision, "precision");
  }

  /** True for what cameras write when their clock was never set: blanks, zeros, bare separators. */
  public static boolean meansUnknown(String text) {
    return text.chars().allMatch(c -> c <= ' ' || c == ':' || c == '-' || c == '0' || c == '/');
  }

  public static Optional<DateText> parse(String text) {
    String trimmed = FIXED_WIDTH.matcher(text.strip()).replaceFirst("$1");
    Matcher digits = DIGITS.matcher(trimmed);
    Matcher separated = TEXT.matcher(trimmed);
    try {
      if (digits.matches()) {
        return of(digits);
      }
      return separated.matches() ? of(separated) : SpelledDate.parse(trimmed);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** An offset such as {@code +02:00}, {@code -0600}, {@code +9}, {@code UTC+9} or {@code Z}. */
  public static Optional<ZoneOffset> offset(String text) {
    String trimmed = text.strip().replaceFirst("^(?:UTC|GMT)", "");
    if (trimmed.equals("Z") || (trimmed.isEmpty() && !text.isBlank())) {
      return Optional.of(ZoneOffset.UTC);
    }
    Matcher matcher = ZONE.matcher(trimmed);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int minute = number(matcher.group(3), 0);
    int minutes = Integer.parseInt(matcher.group(2)) * 60 + minute;
    boolean possible = minute < 60 && minutes <= 18 * 60;
    int sign = matcher.group(1).equals("-") ? -1 : 1;
    return possible
        ? Optional.of(ZoneOffset.ofTotalSeconds(sign * minutes * 60))
        : Optional.empty();
  }

  /** The same with the fraction of a second that Exif keeps as digits in a tag of its own. */
  public DateText withSubSeconds(Optional<String> digits) {
    return digits
        .map(String::strip)
        .filter(text -> text.matches("\\d{1,9}\\d*"))
        .filter(text -> local.getNano() == 0 && precision == DatePrecision.TIME)
        .map(text -> new DateText(local.withNano(nanos(text)), offset, precision))
        .orElse(this);
  }

  /** The same with an offset from elsewhere, where the text has none of its own. */
  public DateText orOffset(Optional<ZoneOffset> other) {
    return new DateText(local, offset.or(() -> other), precision);
  }

  private static int nanos(String fraction) {
    return Integer.parseInt((fraction + "000000000").substring(0, 9));
  }

  private static Optional<DateText> of(Matcher matcher) {
    int year = Integer.parseInt(matcher.group("year"));
    if (year < Moments.FIRST_YEAR) {
      return Optional.empty();
    }
    int month = number(matcher.group("month"), 0);
    int day = number(matcher.group("day"), 0);
    if (month == 0 || day == 0) {
      DatePrecision known = month == 0 ? DatePrecision.YEAR : DatePrecision.MONTH;
      LocalDate start = LocalDate.of(year, Math.max(1, month), 1);
      return Optional.of(new DateText(start.atStartOfDay(), Optional.empty(), known));
    }
    LocalDate date = LocalDate.of(year, month, day);
    Optional<ZoneOffset> offset =
        Optional.ofNullable(matcher.group("offset")).flatMap(DateText::offset);
    return Optional.of(
        time(matcher)
            .map(time -> new DateText(date.atTime(time), offset, DatePrecision.TIME))
            .orElseGet(() -> new DateText(date.atStartOfDay(), offset, DatePrecision.DAY)));
  }

  private static Optional<LocalTime> time(Matcher matcher) {
    if (matcher.group("hour") == null) {
      return Optional.empty();
    }
    int hour = hour(number(matcher.group("hour"), 0), matcher.group("before"));
    hour = hour(hour, matcher.group("half"));
    int minute = number(matcher.group("minute"), 0);
    int second = number(matcher.group("second"), 0);
    if (hour > 23 || minute > 59 || second > 59) {
      return Optional.empty();
    }
    String fraction = matcher.group("fraction");
    int nanos = fraction == null ? 0 : nanos(fraction);
    return Optional.of(LocalTime.of(hour, minute, second, nanos));
  }

  /**
   * The hour of the day. A word for the afternoon behind an hour above twelve adds nothing.
   *
   * @param half a word for the half of the day in any of several languages; null for none
   */
  static int hour(int hour, String half) {
    if (half == null || hour > 12) {
      return hour == 24 ? 0 : hour;
    }
    return switch (half.toLowerCase(Locale.ROOT).replace(".", "")) {
      case "am", "上午", "午前", "오전" -> hour % 12;
      case "pm", "下午", "午後", "오후" -> hour % 12 + 12;
      default -> hour;
    };
  }

  private static int number(String digits, int absent) {
    return digits == null ? absent : Integer.parseInt(digits);
  }
}
