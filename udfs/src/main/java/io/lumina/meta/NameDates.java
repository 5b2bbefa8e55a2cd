package io.lumina.meta;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in the names of files (confidence 70) and directories (50, the deepest first).
 *
 * <p>A file name counts with year, month and day; a month or a year alone ({@code scan 1987}), an
 * order of day and month that can be read two ways ({@code 05-06-2014}) and bare numbers of
 * thirteen digits ({@code 1550000000002}) do not, unless the name shows whose they are ({@code
 * FB_IMG_}, {@code received_}). Years are 1900 to 2100. An impossible time leaves the date.
 */
public final class NameDates {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  private static final String DAY =
      "(?<year>\\d{4})(?<s>[-_.:]?)(?<month>\\d{2})\\k<s>(?<day>\\d{2})";

  /**
   * A day, then perhaps a clock: {@code _112233}, {@code -10-11-12}, {@code 11.22.33}, {@code at
   * 7.08.09 PM}, {@code 030405678}. Digits right before or after belong to a longer number.
   */
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "(?<!\\d)"
              + DAY
              + "(?:(?: (?:at|um|a|alle|à|om) |[-_ T]|(?<!\\d{4}\\d{4}))"
              + "(?<hour>\\d{1,2})(?<t>[-_.:h]?)(?<minute>\\d{2})\\k<t>(?<second>\\d{2})"
              + "(?:[.]?(?<milli>\\d{3}))?(?:[ \\u202f](?<half>[AP]M))?)?(?!\\d)",
          Pattern.CASE_INSENSITIVE);

  /** Fourteen or seventeen digits in one: {@code BURST20200102030405678}. */
  private static final Pattern COMPACT =
      Pattern.compile(
          "(?<!\\d)(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})"
              + "(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})(?<milli>\\d{3})?(?<half>)(?!\\d)");

  private static final Pattern EPOCH_MILLIS =
      Pattern.compile(
          "(?:FB_IMG_|received_|mmexport|wx_camera_)(\\d{13})(?!\\d)", Pattern.CASE_INSENSITIVE);

  private static final Pattern FOLDER =
      Pattern.compile(
          "(?<!\\d)(?<year>\\d{4})(?:[-_.](?<month>\\d{2})(?:[-_.](?<day>\\d{2}))?)?(?![\\d])(?![-_.]\\d)");

  private static final Pattern TWO_DIGITS = Pattern.compile("(\\d{2})(?!\\d).*");

  /**
   * Dates in a path.
   *
   * @param relativePath file name with the directories below the source, parted by slashes
   * @return the file name's date first, then those of the directories, the deepest first
   */
  public List<DateCandidate> of(String relativePath) {
    List<String> parts = List.of(relativePath.replace('\\', '/').split("/"));
    List<DateCandidate> dates = new ArrayList<>();
    String name = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
    fileName(CleanText.cut(name, 300)).ifPresent(dates::add);
    for (int i = parts.size() - 2; i >= 0; i--) {
      directory(parts, i).ifPresent(dates::add);
    }
    return dates;
  }

  private static Optional<DateCandidate> fileName(String name) {
    Matcher millis = EPOCH_MILLIS.matcher(name);
    if (millis.find()) {
      Instant utc = Instant.ofEpochMilli(Long.parseLong(millis.group(1)));
      return Optional.of(DateCandidate.instant(DateField.FILE_NAME, name, utc));
    }
    return first(COMPACT.matcher(name))
        .or(() -> first(DATE_TIME.matcher(name)))
        .map(local -> DateCandidate.local(DateField.FILE_NAME, raw(name), local, Optional.empty()));
  }

  private static Optional<LocalDateTime> first(Matcher matcher) {
    while (matcher.find()) {
      Optional<LocalDate> day =
          day(matcher.group("year"), matcher.group("month"), matcher.group("day"));
      if (day.isPresent()) {
        return day.map(date -> date.atTime(time(matcher)));
      }
    }
    return Optional.empty();
  }

  private static LocalTime time(Matcher matcher) {
    if (matcher.group("hour") == null) {
      return LocalTime.MIDNIGHT;
    }
    try {
      int hour = Integer.parseInt(matcher.group("hour"));
      String half = matcher.group("half");
      if (half != null && !half.isEmpty() && hour <= 12) {
        hour = hour % 12 + (half.toUpperCase(Locale.ROOT).equals("PM") ? 12 : 0);
      }
      String milli = matcher.group("milli");
      return LocalTime.of(
          hour,
          Integer.parseInt(matcher.group("minute")),
          Integer.parseInt(matcher.group("second")),
          milli == null ? 0 : Integer.parseInt(milli) * 1_000_000);
    } catch (DateTimeException e) {
      return LocalTime.MIDNIGHT;
    }
  }

  /** One directory's date, read together with what stands above it ({@code 2019/02/03}). */
  private static Optional<DateCandidate> directory(List<String> parts, int index) {
    String name = CleanText.cut(parts.get(index), 300);
    Matcher matcher = FOLDER.matcher(name);
    while (matcher.find()) {
      Optional<LocalDate> day =
          day(matcher.group("year"), matcher.group("month"), matcher.group("day"));
      if (day.isPresent()) {
        return day.map(date -> directory(matcher.group(), date));
      }
    }
    return compact(name).or(() -> nested(parts, index));
  }

  private static Optional<DateCandidate> compact(String name) {
    Matcher matcher = DATE_TIME.matcher(name);
    return first(matcher)
        .map(local -> directory(local.toLocalDate().toString(), local.toLocalDate()));
  }

  private static Optional<DateCandidate> nested(List<String> parts, int index) {
    if (index >= 2 && isYear(parts.get(index - 2))) {
      Optional<String> month = twoDigits(parts.get(index - 1));
      Optional<String> day = twoDigits(parts.get(index));
      if (month.isPresent() && day.isPresent()) {
        String raw = parts.get(index - 2) + "-" + month.get() + "-" + day.get();
        return day(parts.get(index - 2), month.get(), day.get()).map(date -> directory(raw, date));
      }
    }
    if (index >= 1 && isYear(parts.get(index - 1))) {
      Optional<String> month = twoDigits(parts.get(index));
      return month.flatMap(
          text ->
              day(parts.get(index - 1), text, null)
                  .map(date -> directory(parts.get(index - 1) + "-" + text, date)));
    }
    return Optional.empty();
  }

  private static DateCandidate directory(String raw, LocalDate day) {
    return DateCandidate.local(DateField.DIRECTORY, raw(raw), day.atStartOfDay(), Optional.empty());
  }

  private static boolean isYear(String name) {
    return name.matches("\\d{4}");
  }

  private static Optional<String> twoDigits(String name) {
    Matcher matcher = TWO_DIGITS.matcher(name);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    int number = Integer.parseInt(year);
    if (number < FIRST_YEAR || number > LAST_YEAR) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              number,
              month == null ? 1 : Integer.parseInt(month),
              day == null ? 1 : Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String raw(String name) {
    return CleanText.line(name, CleanText.MAX_RAW);
  }
}
