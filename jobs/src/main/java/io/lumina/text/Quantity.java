package io.lumina.text;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers and times are written for people. */
public final class Quantity {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final char NO_BREAK = '\u00a0';

  private Quantity() {}

  /** 1234567 is 1,234,567. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** 1 file, 2 files. */
  public static String of(long number, String one, String many) {
    return count(number) + NO_BREAK + (number == 1 ? one : many);
  }

  /** Bytes in powers of 1000: 999 B, 1.0 kB, 12 MB. */
  public static String bytes(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    String digits = unit > 0 && value < 9.95 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, digits, value) + NO_BREAK + UNITS[unit];
  }

  /** 0.4 s, 12 s, 3 min 5 s, 2 h 10 min. */
  public static String duration(double seconds) {
    if (seconds < 9.95) {
      return String.format(Locale.ROOT, "%.1f%cs", seconds, NO_BREAK);
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + "" + NO_BREAK + "s";
    }
    if (whole < 3600) {
      return whole / 60 + "" + NO_BREAK + "min " + whole % 60 + NO_BREAK + "s";
    }
    return count(whole / 3600) + NO_BREAK + "h " + whole % 3600 / 60 + NO_BREAK + "min";
  }

  /** Local wall clock to the second. */
  public static String time(LocalDateTime local) {
    return DAY_AND_TIME.format(local);
  }

  /** An instant, in UTC and saying so. */
  public static String time(Instant instant) {
    return time(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + " UTC";
  }

  /** Two decimals. */
  public static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
