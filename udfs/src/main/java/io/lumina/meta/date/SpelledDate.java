package io.lumina.meta.date;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates whose month has an English name: {@code Fri Mar 26 21:19:07 2021} as C's asctime writes it
 * and {@code Sun, 7 Jun 2015 08:09:10 +0200} of RFC 1123. The weekday is not asked: programs that
 * correct a date forget it.
 */
final class SpelledDate {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final String CLOCK = "(?<hour>\\d{1,2}):(?<minute>\\d{2}):(?<second>\\d{2})";

  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?:[A-Za-z]{3,9},? +)?(?<month>[A-Za-z]{3})[a-z]* +(?<day>\\d{1,2}),? +"
              + CLOCK
              + " +(?<year>\\d{4})(?<offset>)");

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?:[A-Za-z]{3,9},? +)?(?<day>\\d{1,2}) +(?<month>[A-Za-z]{3})[a-z]* +(?<year>\\d{4}) +"
              + CLOCK
              + "(?: +(?<offset>\\S+))?");

  private SpelledDate() {}

  /**
   * The date, or nothing where the text is none.
   *
   * @throws DateTimeException where its day or its time does not exist
   */
  static Optional<DateText> parse(String text) {
    Matcher monthFirst = MONTH_FIRST.matcher(text);
    if (monthFirst.matches()) {
      return of(monthFirst);
    }
    Matcher dayFirst = DAY_FIRST.matcher(text);
    return dayFirst.matches() ? of(dayFirst) : Optional.empty();
  }

  private static Optional<DateText> of(Matcher matcher) {
    int month = MONTHS.indexOf(matcher.group("month").toLowerCase(Locale.ROOT)) + 1;
    if (month == 0) {
      return Optional.empty();
    }
    LocalDateTime local =
        LocalDateTime.of(
            Integer.parseInt(matcher.group("year")),
            month,
            Integer.parseInt(matcher.group("day")),
            Integer.parseInt(matcher.group("hour")),
            Integer.parseInt(matcher.group("minute")),
            Integer.parseInt(matcher.group("second")));
    String zone = matcher.group("offset");
    Optional<ZoneOffset> offset =
        zone == null || zone.isEmpty() ? Optional.empty() : DateText.offset(zone);
    return Optional.of(new DateText(local, offset, DatePrecision.TIME));
  }
}
