package io.lumina.meta.date;

import io.lumina.meta.text.CleanText;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates in the names of files (confidence 70) and directories (50, the deepest first).
 *
 * <p>A file name counts with year, month and day; a month or a year alone ({@code scan 1987}), an
 * order of day and month that can be read two ways ({@code 05-06-2014}) and bare numbers of
 * thirteen digits ({@code 1550000000002}) do not, unless the name shows whose they are ({@code
 * FB_IMG_}, {@code received_}). Years are 1900 to 2100. An impossible time leaves the date. {@code
 * PXL_} names are in UTC, so they give an instant. Letters may be composed or decomposed.
 */
public final class NameDates {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;
  private static final int MAX_NAME = 300;

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
              + "(?:(?: (?:at|um|kl\\.?|klo|om|o|alle|alle ore|a las?|a les|às|as|a|à|в|v) |[-_ T]"
              + "|(?<!\\d{4}\\d{4}))"
              + "(?<before>[上下]午|午[前後]|오[전후] )?"
              + "(?<hour>\\d{1,2})(?<t>[-_.:h]?)(?<minute>\\d{2})\\k<t>(?<second>\\d{2})"
              + "(?:[.]?(?<milli>\\d{3}))?(?:[ \\u202f](?<half>[AP]\\.?M))?)?(?!\\d)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Fourteen or seventeen digits in one: {@code BURST20200102030405678}. */
  private static final Pattern COMPACT =
      Pattern.compile(
          "(?<!\\d)(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})"
              + "(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})(?<milli>\\d{3})?(?<half>)(?<before>)(?!\\d)");

  /** The camera of Google's phones counts in UTC. */
  private static final Pattern UTC =
      Pattern.compile("(?<![a-z])PXL_\\d{8}_\\d{6}", Pattern.CASE_INSENSITIVE);

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
    String composed = Normalizer.normalize(relativePath, Normalizer.Form.NFC);
    List<String> parts = List.of(composed.replace('\\', '/').split("/"));
    List<DateCandidate> dates = new ArrayList<>();
    String name = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
    fileName(CleanText.cut(name, MAX_NAME)).ifPresent(dates::add);
    for (int i = parts.size() - 2; i >= 0; i--) {
      directory(parts, i).ifPresent(dates::add);
    }
    return dates;
  }

  private static Optional<DateCandidate> fileName(String name) {
    Matcher millis = EPOCH_MILLIS.matcher(name);
    if (millis.find()) {
      Instant utc = Instant.ofEpochMilli(Long.parseLong(millis.group(1)));
      return Optional.of(DateCandidate.instant(DateField.FILE_NAME, raw(name), utc));
    }
    String counted = NameNumbers.hidden(name);
    return first(COMPACT.matcher(counted))
        .or(() -> first(DATE_TIME.matcher(counted)))
        .map(date -> fileName(name, date));
  }

  private static DateCandidate fileName(String name, DateText date) {
    boolean utc = date.precision() == DatePrecision.TIME && UTC.matcher(name).find();
    return utc
        ? DateCandidate.instant(
            DateField.FILE_NAME, raw(name), date.local().toInstant(ZoneOffset.UTC))
        : DateCandidate.local(DateField.FILE_NAME, raw(name), date);
  }

  private static Optional<DateText> first(Matcher matcher) {
    while (matcher.find()) {
      Optional<LocalDate> day =
          day(matcher.group("year"), matcher.group("month"), matcher.group("day"));
      if (day.isPresent()) {
        return day.map(date -> withTime(date, matcher));
      }
    }
    return Optional.empty();
  }

  private static DateText withTime(LocalDate day, Matcher matcher) {
    try {
      if (matcher.group("hour") != null) {
        int hour = Integer.parseInt(matcher.group("hour"));
        hour = DateText.hour(hour, word(matcher, "before"));
        String milli = matcher.group("milli");
        LocalTime time =
            LocalTime.of(
                DateText.hour(hour, word(matcher, "half")),
                Integer.parseInt(matcher.group("minute")),
                Integer.parseInt(matcher.group("second")),
                milli == null ? 0 : Integer.parseInt(milli) * 1_000_000);
        return new DateText(day.atTime(time), Optional.empty(), DatePrecision.TIME);
      }
    } catch (DateTimeException e) {
      // A counter behind the date, no clock.
    }
    return new DateText(day.atStartOfDay(), Optional.empty(), DatePrecision.DAY);
  }

  private static String word(Matcher matcher, String group) {
    String word = matcher.group(group);
    return word == null ? "" : word.strip();
  }

  /** One directory's date, read together with what stands above it ({@code 2019/02/03}). */
  private static Optional<DateCandidate> directory(List<String> parts, int index) {
    String name = NameNumbers.hidden(CleanText.cut(parts.get(index), MAX_NAME));
    Matcher matcher = FOLDER.matcher(name);
    while (matcher.find()) {
      Optional<LocalDate> day =
          day(matcher.group("year"), matcher.group("month"), matcher.group("day"));
      if (day.isPresent()) {
        DatePrecision known =
            matcher.group("day") != null
                ? DatePrecision.DAY
                : matcher.group("month") != null ? DatePrecision.MONTH : DatePrecision.YEAR;
        return day.map(date -> directory(matcher.group(), date, known));
      }
    }
    return compact(name).or(() -> nested(parts, index));
  }

  private static Optional<DateCandidate> compact(String name) {
    return first(DATE_TIME.matcher(name))
        .map(date -> date.local().toLocalDate())
        .map(day -> directory(day.toString(), day, DatePrecision.DAY));
  }

  private static Optional<DateCandidate> nested(List<String> parts, int index) {
    if (index >= 2 && isYear(parts.get(index - 2))) {
      Optional<String> month = twoDigits(parts.get(index - 1));
      Optional<String> day = twoDigits(parts.get(index));
      if (month.isPresent() && day.isPresent()) {
        String raw = parts.get(index - 2) + "-" + month.get() + "-" + day.get();
        return day(parts.get(index - 2), month.get(), day.get())
            .map(date -> directory(raw, date, DatePrecision.DAY));
      }
    }
    if (index >= 1 && isYear(parts.get(index - 1))) {
      Optional<String> month = twoDigits(parts.get(index));
      return month.flatMap(
          text ->
              day(parts.get(index - 1), text, null)
                  .map(
                      date ->
                          directory(parts.get(index - 1) + "-" + text, date, DatePrecision.MONTH)));
    }
    return Optional.empty();
  }

  private static DateCandidate directory(String raw, LocalDate day, DatePrecision known) {
    return DateCandidate.local(
        DateField.DIRECTORY, raw(raw), new DateText(day.atStartOfDay(), Optional.empty(), known));
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
